/** What stops a command: one line that says what, where and what to do. `exit` 2: usage or a file that cannot be read. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly exit: 1 | 2;
  constructor(message: string, options: { readonly exit?: 1 | 2; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.exit = options.exit ?? 2;
  }
}

/**
 * What Chromium 86 does not have yet and the shared code uses (architecture.md, decision 6): esbuild lowers syntax only.
 * Each stands where it is missing, hidden from enumeration as the real one is.
 */
function supply(target: object, name: string, method: (this: never, ...given: never[]) => unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value: method, writable: true, configurable: true });
}

function at<T>(this: ArrayLike<T>, index: number): T | undefined {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

function findLastIndex<T>(
  this: ArrayLike<T>,
  matches: (value: T, index: number, all: ArrayLike<T>) => unknown,
): number {
  for (let index = this.length - 1; index >= 0; index -= 1)
    if (matches(this[index] as T, index, this)) return index;
  return -1;
}

function findLast<T>(
  this: ArrayLike<T>,
  matches: (value: T, index: number, all: ArrayLike<T>) => unknown,
): T | undefined {
  return this[findLastIndex.call(this as ArrayLike<unknown>, matches as never)];
}

const typed = Object.getPrototypeOf(Uint8Array.prototype) as object;
for (const target of [Array.prototype, typed, String.prototype]) supply(target, 'at', at);
for (const target of [Array.prototype, typed]) {
  supply(target, 'findLast', findLast);
  supply(target, 'findLastIndex', findLastIndex);
}
const own = Object.prototype.hasOwnProperty;
supply(Object, 'hasOwn', (target: object, key: PropertyKey) => own.call(target, key));

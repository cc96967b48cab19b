type Natives = readonly (readonly [holder: object, name: string, own: PropertyDescriptor | undefined])[];

const own = (holder: object, name: string) =>
  [holder, name, Object.getOwnPropertyDescriptor(holder, name)] as const;

/** As the thread had them before pdf.js came. */
const NATIVES: Natives = [
  own(Array.prototype, 'push'),
  own(JSON, 'parse'),
  own(Function.prototype, 'toString'),
];

/**
 * Loads what brings pdf.js along, and puts back the methods that its core-js replaces for the whole thread: with
 * them everything read after the first PDF is slower. pdf.js needs none of them: each engine it runs on has them.
 */
export async function keepingNatives<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } finally {
    for (const [holder, name, native] of NATIVES)
      if (native !== undefined) Object.defineProperty(holder, name, native);
  }
}

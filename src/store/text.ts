const unstorable = /[\0\p{Surrogate}]/u;
/** How JSON.stringify writes NUL and half a surrogate pair. */
const escapedUnstorable = /\\u(?:0000|d[89a-f])/;

/**
 * PostgreSQL keeps neither NUL nor half a surrogate pair; both come from damaged files only. NUL is dropped, a
 * half pair becomes the replacement character.
 */
export const storable = (text: string): string =>
  unstorable.test(text) ? text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD') : text;

/** A value as JSON that PostgreSQL takes. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!escapedUnstorable.test(json)) return json;
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storable(part) : part));
}

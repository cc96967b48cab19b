/**
 * PostgreSQL keeps neither NUL nor half a surrogate pair; both come from damaged files only. NUL is dropped, a
 * half pair becomes the replacement character.
 */
export const storable = (text: string): string =>
  text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');

/** A value as JSON that PostgreSQL takes. */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storable(part) : part));

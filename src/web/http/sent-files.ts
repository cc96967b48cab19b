/** Files of a field, those that nobody chose left out; a browser sends one or several under one name. */
export async function sentFiles(
  value: unknown,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[]> {
  const files = (Array.isArray(value) ? value : [value]).filter(
    (each): each is File => each instanceof File && each.size > 0,
  );
  return Promise.all(
    files.map(async (file) => ({
      name: file.name.slice(0, 200) || '证据',
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}

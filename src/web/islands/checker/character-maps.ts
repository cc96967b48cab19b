/**
 * A character map of Adobe for Chinese by its name. They come in two parts, loaded when a PDF asks for one.
 * @throws RangeError for one that no Chinese font needs
 */
export async function characterMap(name: string): Promise<Uint8Array> {
  const { default: maps } = name.includes('GB')
    ? await import('gongkai:character-maps/gb')
    : await import('gongkai:character-maps/cns');
  const map = maps[name];
  if (map === undefined) throw new RangeError(`no character map ${name}`);
  return map;
}

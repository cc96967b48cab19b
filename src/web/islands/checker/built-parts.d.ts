/** Made by scripts/character-maps.mjs. */
declare module 'gongkai:character-maps/gb' {
  const maps: Readonly<Record<string, Uint8Array>>;
  export default maps;
}
declare module 'gongkai:character-maps/cns' {
  const maps: Readonly<Record<string, Uint8Array>>;
  export default maps;
}
/** Version of the program, from package.json. */
declare const GONGKAI_VERSION: string;

/** The oldest browser the style sheets are built for, as esbuild names it. */
export const browserFloor: readonly string[];
/** Compiled and minified style sheets by name. */
export function compileStyles(): Promise<Record<string, string>>;
/** Writes them to `outDir` with their manifest, which it returns. */
export function buildAssets(outDir: string): Promise<Record<string, string>>;
/** Selectors of Bootstrap's parts that the style sheets leave out. */
export const unusedParts: RegExp;

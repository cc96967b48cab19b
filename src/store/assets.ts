import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * A folder that ships with the program: beside the module in the sources, beside or above the bundle in dist.
 * Throws when the installation lacks it.
 */
export function assetFolder(name: string, base: string): string {
  const places = [`./${name}/`, `../${name}/`].map((place) => fileURLToPath(new URL(place, base)));
  const found = places.find((place) => existsSync(place));
  if (found === undefined)
    throw new Error(`安装不完整：缺少文件夹 ${name}。请重新执行 npm start 或 npm run build。`);
  return found;
}

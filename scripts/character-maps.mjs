// Makes `gongkai:character-maps/gb` and `/cns` importable: the character maps of pdfjs-dist for simplified and
// traditional Chinese as one module each, for PDF files that do not hold their fonts.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const folder = join(root, 'node_modules', 'pdfjs-dist', 'cmaps');
const families = { gb: /GB/, cns: /CNS|B5|ETen|HK/ };

/** An esbuild plugin. */
export const characterMaps = {
  name: 'character-maps',
  setup(build) {
    build.onResolve({ filter: /^gongkai:character-maps\// }, ({ path }) => ({
      path: path.split('/')[1],
      namespace: 'character-maps',
    }));
    build.onLoad({ filter: /.*/, namespace: 'character-maps' }, ({ path: family }) => {
      const files = readdirSync(folder).filter(
        (file) => file.endsWith('.bcmap') && families[family].test(file),
      );
      const imports = files.map((file, i) => `import m${i} from ${JSON.stringify(join(folder, file))};`);
      const names = files.map((file, i) => `${JSON.stringify(file.replace('.bcmap', ''))}: m${i}`);
      return {
        contents: `${imports.join('\n')}\nexport default { ${names.join(', ')} };`,
        resolveDir: folder,
      };
    });
  },
};

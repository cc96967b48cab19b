import { importTownships } from '../app/commands/import-townships.ts';
import { openContext } from '../app/open-context.ts';
import { isRefusal } from '../domain/refusal.ts';
import { Failure } from './failure.ts';
import { type Io, write } from './io.ts';
import { withStore } from './store-options.ts';

/** Counties of five real townships in different provinces: an example to look at, not a pilot. */
const exampleCounties = ['370881', '370812', '370829', '220681', '350583'] as const;

/** `gongkai agencies import <counties>` and `example`: governments of counties and their townships, by the list. */
export async function agencies(action: string, codes: readonly string[], io: Io): Promise<number> {
  if (action !== 'import' && action !== 'example')
    throw new Failure(`agencies ${action}：应为 import 或 example。`);
  const counties = action === 'example' ? exampleCounties : codes;
  if (counties.length === 0)
    throw new Failure('请给出县级区划的六位代码，例如 gongkai agencies import 370881。');
  return withStore(io, async (store) => {
    const open = await openContext(store, 'terminal');
    try {
      for (const county of counties) {
        const outcome = await importTownships(open.context, { county });
        if (!isRefusal(outcome))
          await write(io.stdout, `${county}　新建${outcome.made.length}个，已有${outcome.present}个\n`);
        else if (outcome.code === 'agency.allPresent')
          await write(io.stdout, `${county}　${outcome.message}\n`);
        else throw new Failure(`${county}：${outcome.message}`);
      }
    } finally {
      await open.close();
    }
    return 0;
  });
}

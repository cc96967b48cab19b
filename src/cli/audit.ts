import { openContext } from '../app/open-context.ts';
import { type VerifiedChain, verifyChains } from '../app/queries/audit.ts';
import { Failure } from './failure.ts';
import { type Io, write } from './io.ts';
import { withStore } from './store-options.ts';

const line = ({ slug, name, sealed, unsealed, head, faults }: VerifiedChain): string =>
  [
    `${slug}　${name}　${sealed}条已封存${unsealed > 0 ? `，${unsealed}条待封存` : ''}　${faults.length === 0 ? '完好' : `${faults.length}处异常`}　${head ?? '—'}`,
    ...faults.map(
      ({ seq, event, message }) => `　　第${seq}号${event === null ? '' : `（${event}）`}：${message}`,
    ),
    '',
  ].join('\n');

/** `gongkai audit verify`: the record of every act, checked link by link. Exit 1 when anything was changed. */
export async function audit(
  action: string,
  options: { readonly agency?: string; readonly json?: unknown },
  io: Io,
): Promise<number> {
  if (action !== 'verify') throw new Failure(`audit ${action}：应为 verify。`);
  return withStore(io, async (store) => {
    const open = await openContext(store, 'terminal');
    let found = 0;
    let faults = 0;
    try {
      for await (const chain of verifyChains(open.context, options.agency ?? null)) {
        found += 1;
        faults += chain.faults.length;
        await write(io.stdout, options.json ? `${JSON.stringify(chain)}\n` : line(chain));
      }
    } finally {
      await open.close();
    }
    if (found === 0 && options.agency !== undefined)
      throw new Failure(`--agency ${options.agency}：没有这个机关，或它还没有记录。`);
    return faults > 0 ? 1 : 0;
  });
}

import type { BatchState } from '../islands/checker/model.ts';
import { Note } from '../theme/parts.tsx';
import { countyAddress, go, yearsAddress } from './addresses.ts';

const extensionWords = ([extension, count]: readonly [string, number]): string =>
  extension === '' ? `没有扩展名的 ${count} 个` : `.${extension} ${count} 个`;

/** What of the batch was left out, and what could not be paired over the years. */
export const BatchNotes = ({ batch }: { batch: BatchState }) => {
  const skipped = Object.entries(batch.skipped);
  const unpaired = Object.entries(batch.unpaired);
  return (
    <>
      {unpaired.length > 0 && (
        <Note icon="info">
          <p>
            不能确定是否同一机关，没有逐年核对：
            {unpaired.map(([name, count]) => `${name}（${count} 份）`).join('、')}
            。可以把同一机关的几年放在一个文件夹里再检查。
          </p>
        </Note>
      )}
      {skipped.length > 0 && (
        <p class="gk-muted gk-small">
          文件夹中还有不能检查的文件：{skipped.map(extensionWords).join('、')}。
        </p>
      )}
    </>
  );
};

/** Whether the batch holds reports of several agencies, as far as they are told. */
const severalAgencies = ({ files }: BatchState): boolean =>
  new Set(files.flatMap(({ summary }) => (summary === null ? [] : [summary.agency]))).size > 1;

/** The ways from one view of a batch to the others; nothing for a single file. */
export const BatchWays = ({
  batch,
  here,
  agencyKey = null,
}: {
  batch: BatchState;
  here: 'files' | 'county' | 'years' | 'report';
  agencyKey?: string | null;
}) => {
  if (batch.files.length < 2) return null;
  return (
    <nav class="gk-ways" aria-label="这一批文件">
      {here !== 'county' && severalAgencies(batch) && <a {...go(countyAddress({}))}>各机关一览</a>}
      {agencyKey !== null && <a {...go(yearsAddress(agencyKey))}>本机关各年</a>}
      {here !== 'files' && <a {...go('files')}>全部文件（{batch.files.length}）</a>}
    </nav>
  );
};

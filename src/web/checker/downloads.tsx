import type { DownloadKind } from '../islands/checker/protocol.ts';
import { Icon } from '../theme/icons.tsx';

const others: readonly (readonly [DownloadKind, string])[] = [
  ['sheet.html', '检查单（网页）'],
  ['figures.xlsx', '数据表（Excel）'],
  ['report.json', '数据（JSON）'],
  ['report.sarif', '数据（SARIF）'],
];

/** What can be saved of one report, or of the whole batch. */
export const Downloads = ({ of }: { of: number | 'all' }) => (
  <fieldset class="gk-saves">
    <legend class="visually-hidden">{of === 'all' ? '下载全部' : '下载'}</legend>
    <button type="button" class="btn btn-outline-primary" data-download="sheet.docx" data-of={String(of)}>
      <Icon name="download" />
      {of === 'all' ? '下载全部检查单（Word）' : '下载检查单（Word）'}
    </button>
    {others.map(([kind, label]) => (
      <button type="button" class="btn btn-link" data-download={kind} data-of={String(of)}>
        {label}
      </button>
    ))}
  </fieldset>
);

import type { Calendar } from '../../domain/workday/index.ts';
import { renderPage } from '../theme/layout.tsx';
import type { OfficeShell } from '../theme/office-shell.ts';
import { tableState } from '../theme/table-state.ts';
import { tableWorkbook, WORKBOOK, workbookName } from '../theme/table-workbook.ts';
import { UploadItem } from '../theme/upload-item.tsx';
import { WorkdayMonth } from '../theme/workday-month.tsx';
import { KitApproval, KitConfirm } from './kit-approve.tsx';
import { childrenOf, searchDivisions } from './kit-divisions.ts';
import { KitFields } from './kit-form.tsx';
import { rowsFor } from './kit-list.tsx';
import { KitPage } from './kit-page.tsx';
import { kitMarks, MOST_HITS } from './kit-pickers.tsx';
import { TODAY } from './kit-rows.ts';
import { kitTable } from './kit-table.tsx';

/** Who looks at the kit, and from where. */
export interface KitView {
  /** Address under which the kit's pages stand, such as /office/kit. */
  readonly at: string;
  readonly shell: OfficeShell;
  readonly query: URLSearchParams;
  readonly calendar: Calendar;
  /** Hidden fields that every form carries. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface KitAnswer {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Content-Disposition of what is to be kept. */
  readonly disposition?: string;
}

const HTML = 'text/html; charset=utf-8';
const page = ({ fields }: KitView, content: unknown): KitAnswer => ({
  body: renderPage(<KitFields.Provider value={fields}>{content as never}</KitFields.Provider>),
  type: HTML,
});
const json = (value: unknown): KitAnswer => ({ body: JSON.stringify(value), type: 'application/json' });

function workbook({ at, query }: KitView): KitAnswer {
  const definition = kitTable(at);
  const state = tableState(definition, query);
  return {
    body: new Uint8Array(tableWorkbook(definition, state.columns, rowsFor(at, state))),
    type: WORKBOOK,
    disposition: workbookName(definition.title, TODAY),
  };
}

function tree({ query }: KitView): KitAnswer {
  const words = query.get('q');
  return words === null
    ? json({ nodes: childrenOf(query.get('parent') ?? ''), more: false })
    : json(searchDivisions(words.trim().slice(0, 40), MOST_HITS));
}

function month({ query, calendar }: KitView): KitAnswer | null {
  const asked = query.get('month') ?? '';
  if (!/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/.test(asked)) return null;
  const shown = <WorkdayMonth month={asked} calendar={calendar} today={TODAY} marks={kitMarks} />;
  return { body: String(shown), type: HTML };
}

/** What the kit answers to reading, by the path below its own; null for a question that makes no sense. */
export const kitReads: Readonly<Record<string, (view: KitView) => KitAnswer | null>> = {
  '': (view) => page(view, <KitPage {...view} />),
  '/approve': (view) => page(view, <KitApproval {...view} />),
  '/confirm': (view) => page(view, <KitConfirm {...view} />),
  '/table.xlsx': workbook,
  '/tree.json': tree,
  '/month': month,
};

/** A file that came: it is not kept, only shown as one that was. null when there was none. */
export function kitUpload(file: unknown): KitAnswer | null {
  if (!(file instanceof File)) return null;
  const { name, size } = file;
  const words = '收到后没有保存，这里只看上传的样子';
  const shown = { id: name, name, size, verdict: 'waiting', words } as const;
  const item = <UploadItem file={shown} field="attachment-id" remove="remove-attachment" />;
  return { body: String(item), type: HTML };
}

import { createHash } from 'node:crypto';
import { itemTitle } from '../../domain/application/application-form.ts';
import { letterKindOf, officePapers } from '../../law/letters.ts';
import type { Paper } from '../../report/render/paper.ts';
import type { CaseFileKind } from '../../store/application-tables.ts';
import { appealFileBytes, appealFileKindNames, appealFileName } from '../appeals/appeal-files.ts';
import { caseFileBytes, caseFileKindNames, fileNameOf } from '../applications/case-files.ts';
import { downloadOf } from '../applications/letter-download.ts';
import { shanghaiDay } from '../calendar-years.ts';
import type { AppContext } from '../context.ts';
import { renderLetterPdf, renderPaperPdf } from '../pdf-renderer.ts';
import { approvalPaper } from './approval-paper.ts';
import type { Matter } from './matter.ts';
import {
  actsPaper,
  appealsPaper,
  applicationPaper,
  clockPaper,
  opinionsPaper,
  searchesOf,
  searchesPaper,
  servicePaper,
} from './papers.ts';

/** A document of a file, made or opened only when its turn comes. */
export interface Content {
  readonly title: string;
  /** 文号, or the name of a file; '' where it has none. */
  readonly number: string;
  readonly on: string;
  readonly mediaType: string;
  /** Made by this program: a paper or a letter. Else it came from outside. */
  readonly ours: boolean;
  /** Bytes it will take, as far as they are known beforehand. */
  readonly bytes: number;
  readonly open: () => Promise<Uint8Array>;
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const paperContent = (context: AppContext, title: string, paper: () => Paper): Content => ({
  title,
  number: '',
  on: shanghaiDay(context.now()),
  mediaType: 'application/pdf',
  ours: true,
  bytes: 0,
  open: () => renderPaperPdf(paper(), context.now()),
});

const letterContents = (context: AppContext, { record, letters }: Matter): readonly Content[] =>
  letters.map((row) => ({
    title: `${letterKindOf(row.kind).title}${row.ref === null ? '' : `（${row.ref}）`}`,
    number: row.number ?? '',
    on: row.dated_on ?? '',
    mediaType: 'application/pdf',
    ours: true,
    bytes: 0,
    open: async () => {
      const { letter, dress } = await downloadOf(context, record, row);
      return renderLetterPdf(letter, context.now(), dress);
    },
  }));

const fileContents = (
  context: AppContext,
  { record, files }: Matter,
  kinds: readonly CaseFileKind[],
): readonly Content[] =>
  kinds.flatMap((kind) =>
    files
      .filter((row) => row.kind === kind)
      .map((row) => ({
        title: kind === 'other' ? fileNameOf(record, row) : caseFileKindNames[kind],
        number: kind === 'other' ? '' : fileNameOf(record, row),
        on: shanghaiDay(row.added_at),
        mediaType: row.media_type,
        ours: false,
        bytes: row.bytes,
        open: () => caseFileBytes(context, record, row),
      })),
  );

/** Papers of reviews and suits, each by its kind. */
const appealFileContents = (context: AppContext, { appeals }: Matter): readonly Content[] =>
  appeals.flatMap(({ row: { agency_id: agencyId, id }, key, files }) =>
    Object.entries(appealFileKindNames).flatMap(([kind, title]) =>
      files
        .filter((file) => file.kind === kind && key !== null)
        .map((file) => ({
          title,
          number: appealFileName({ agencyId, id, key: key! }, file),
          on: shanghaiDay(file.added_at),
          mediaType: file.media_type,
          ours: false,
          bytes: file.bytes,
          open: () => appealFileBytes(context, { agencyId, id, key: key! }, file),
        })),
    ),
  );

const whereAny = (some: readonly unknown[], content: Content): readonly Content[] =>
  some.length === 0 ? [] : [content];

const fromOutside: readonly CaseFileKind[] = [
  'application',
  'identity',
  'authorisation',
  'correction',
  'opinion',
  'other',
];

/** What a file holds, in the order in which it is read: application, proofs, approval, letters, service, acts, days, reviews. */
export const contentsOf = (context: AppContext, matter: Matter): readonly Content[] => [
  paperContent(context, '政府信息公开申请登记表', () => applicationPaper(matter)),
  ...fileContents(context, matter, fromOutside),
  ...whereAny(
    matter.record.state.draft === null ? [] : [matter.record.state.draft],
    paperContent(context, officePapers.approvalSheet.title, () => approvalPaper(matter, context.calendar())),
  ),
  ...letterContents(context, matter),
  ...fileContents(context, matter, ['enclosure']),
  ...whereAny(
    matter.deliveries,
    paperContent(context, '送达情况', () => servicePaper(matter)),
  ),
  ...fileContents(context, matter, ['proof']),
  ...whereAny(
    matter.opinions,
    paperContent(context, '征求意见情况', () => opinionsPaper(matter)),
  ),
  ...whereAny(
    searchesOf(matter),
    paperContent(context, '检索记录', () => searchesPaper(matter)),
  ),
  paperContent(context, '办理过程记录', () => actsPaper(matter)),
  paperContent(context, '答复期限逐日计算', () => clockPaper(matter)),
  ...whereAny(
    matter.appeals,
    paperContent(context, '行政复议、行政诉讼情况', () => appealsPaper(matter)),
  ),
  ...appealFileContents(context, matter),
];

/** What was asked for, on one line. */
export const requestOfMatter = ({ form }: Matter): string => form.items.map(itemTitle).join('；') || '未写明';

import { answerOf } from '../../law/answers.ts';
import type { Paper, PaperCell } from '../../report/render/paper.ts';
import { requestOfMatter } from './contents.ts';
import type { Matter } from './matter.ts';
import { numberLine } from './papers.ts';

/** A line of the index. */
export interface Entry {
  readonly title: string;
  readonly number: string;
  readonly on: string;
  /** First and last page; null where it is not bound page by page. */
  readonly pages: { readonly first: number; readonly last: number } | null;
  /** SHA-256 of the document as it came or was made, hexadecimal. */
  readonly hash: string;
  /** How it comes along where it is not bound; '' else. */
  readonly note: string;
}

/** By whom, when, and what for the file was made. */
export interface Making {
  readonly by: string;
  readonly at: string;
  readonly purpose: string;
}

const pagesOf = ({ pages, note }: Entry): PaperCell => {
  if (pages === null) return note;
  return pages.first === pages.last ? String(pages.first) : `${pages.first}—${pages.last}`;
};

/** 卷内目录: number, document, day, pages, hash. */
export const indexPaper = (matter: Matter, entries: readonly Entry[]): Paper => ({
  title: '卷内目录',
  lead: numberLine(matter),
  cover: false,
  blocks: [
    {
      kind: 'table',
      heads: ['序号', '文件（小字为其 SHA-256）', '日期', '页号'],
      widths: [1.2, 11, 2.6, 2.6],
      rows: entries.map((entry, index) => [
        String(index + 1),
        { text: entry.title, small: [entry.number, entry.hash] },
        entry.on || '—',
        pagesOf(entry),
      ]),
    },
    {
      kind: 'text',
      text: 'SHA-256 为各文件原始内容的摘要：来件为收到时的文件，文书和表单为本系统生成的 PDF。没有逐页装订的文件，原件附在本 PDF 的附件栏内，或者注明另附。',
    },
  ],
});

function answered({ record: { state } }: Matter): string {
  if (state.letter !== null && state.answer !== null)
    return `${answerOf(state.answer).name}（${state.letter.number}，${state.letter.sentOn}）`;
  if (state.answer !== null) return `${answerOf(state.answer).name}（${state.endedOn}）`;
  return '正在办理';
}

export function coverPaper(matter: Matter, entries: readonly Entry[], { by, at, purpose }: Making): Paper {
  const { form, record, agency } = matter;
  const pages = entries.reduce((last, entry) => Math.max(last, entry.pages?.last ?? 0), 0);
  return {
    title: '政府信息公开申请案卷',
    lead: numberLine(matter),
    cover: true,
    blocks: [
      {
        kind: 'facts',
        rows: [
          ['受理机关', agency],
          ['申请人', form.applicant.name],
          ['申请内容', requestOfMatter(matter)],
          ['收到之日', record.state.receivedOn ?? '—'],
          ['办理结果', answered(matter)],
          ['卷内文件', `${entries.length}件，${pages}页`],
          ['用途', purpose],
          ['制作', `${by}　${at}`],
        ],
      },
    ],
  };
}

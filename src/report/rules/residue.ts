import type { Place } from '../../domain/annual/report.ts';
import { cite } from '../../law/citation.ts';
import type { ReaderNote } from '../document.ts';
import { mostRelated, shifted } from '../narrative/passages.ts';
import type { Reading } from '../reading.ts';
import type { Report, Rule } from './rule.ts';

/** Placeholders that copying and conversion leave in a text. */
const placeholder = /\[(?:image|img|bookmark|图片|图像|书签)\s*[:：][^\]\n]{0,200}\]/g;

/** Length of [img:]: hardly any cell of a table is so long. */
const SHORTEST = 6;

const notes: Readonly<Partial<Record<ReaderNote['kind'], string>>> = {
  trackedChanges: '文件里还有没有处理的修订痕迹，这里按接受修订后的文字检查。请接受或拒绝全部修订后再发布。',
  nulBytes: '文件里夹有空字符，多半是转换时留下的。请重新导出文件。',
  undecodable: '有的字无法按文件的编码读出。请用 UTF-8 编码重新保存。',
  wrongCharset: '网页声明的字符编码与实际不符，有的浏览器会显示乱码。请改正网页的编码声明。',
  scannedPages: '有的页是扫描的图片，上面的文字和数字没有检查。请换成由原始文档导出的页。',
  truncated: '文件内容不完整，后面的部分没有读到。请核对原文件。',
};

/** R012: what extraction, conversion or copying left in the text. */
export const residue: Rule = {
  code: 'R012',
  id: 'residue',
  severity: 'info',
  name: '文中残留',
  basis: [cite('form2021', '年度报告格式')],
  check: (reading) => {
    const byText = new Map<string, Place[]>();
    for (const { text, at } of leftovers(reading)) {
      const places = byText.get(text);
      if (places === undefined) byText.set(text, [at]);
      else places.push(at);
    }
    const reports = [...byText].map(
      ([text, [at, ...others]]): Report => ({
        message: messageOf(text, others.length + 1),
        at: at!,
        related: others.slice(0, mostRelated).map((place) => ({ at: place, message: '又一处' })),
      }),
    );
    reports.push(...hiddenParts(reading.notes), ...computedCells(reading.notes));
    for (const note of reading.notes) {
      const message = notes[note.kind];
      if (message !== undefined) reports.push({ message, ...(note.at && { at: note.at }) });
    }
    return reports;
  },
};

/** What a workbook hides is no part of the report, but comes to light when the file is published. */
function hiddenParts(all: readonly ReaderNote[]): Report[] {
  return all
    .filter(({ kind }) => kind === 'hidden')
    .map(({ text, at }) => ({
      message: `${text}是隐藏的，没有读取，也不参加核对。属于报告的请取消隐藏后再检查，不属于的请删除后再发布。`,
      ...(at && { at }),
    }));
}

/** Formulas without a result: other programs may show nothing there. */
function computedCells(all: readonly ReaderNote[]): Report[] {
  const found = all.filter(({ kind }) => kind === 'computed');
  const [first] = found;
  if (first === undefined) return [];
  const listed = found
    .slice(0, 6)
    .map(({ text }) => text)
    .join('；');
  return [
    {
      message: `工作表${listed}${found.length > 6 ? `等${found.length}格` : ''}：文件里没有存公式的结果，有的软件会显示为空白。请在表格软件中打开、重新计算并保存。`,
      ...(first.at && { at: first.at }),
      related: found.slice(1, 50).map(({ at, text }) => ({ at, message: text })),
    },
  ];
}

function leftovers(reading: Reading): { text: string; at: Place }[] {
  const found = reading.residue.map(({ raw, at }) => ({ text: raw.trim().replace(/\s+/g, ' '), at }));
  const told = new Set(found.map(({ text }) => text));
  for (const section of reading.sections)
    for (const { raw, at } of section.passages) {
      if (!raw.includes('[')) continue;
      for (const match of raw.matchAll(placeholder))
        if (!told.has(match[0].replace(/\s+/g, ' ')))
          found.push({ text: match[0], at: shifted(at, match.index, match[0].length) });
    }
  const { cells } = reading.report;
  for (const id in cells) {
    const { text, at } = cells[id]!;
    if (text.length < SHORTEST || at === null || !text.includes('[')) continue;
    const match = text.match(placeholder)?.[0];
    if (match !== undefined) found.push({ text: match, at });
  }
  return found.filter(({ text }) => text !== '');
}

function messageOf(text: string, times: number): string {
  const places = times > 1 ? `（${times}处）` : '';
  if (/^\[(?:image|img|图)/.test(text))
    return `正文里留有图片的占位文字“${text}”${places}，图片没有显示出来。请放回图片并加文字说明，或删去。`;
  if (/^\[(?:bookmark|书签)/.test(text))
    return `正文里留有书签标记“${text}”${places}，是文字处理软件带出来的。请删去。`;
  if (/^[〔【[(（].{0,10}略/.test(text))
    return `正文里有省略标记“${text}”${places}。发布的报告应当完整，请补全。`;
  if (/\d/.test(text) && text.length < 12) return `正文里留有页码“${text}”${places}。请删去。`;
  return `正文里留有转换或复制带来的“${text.slice(0, 30)}”${places}。请删去。`;
}

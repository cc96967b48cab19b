import type { AgencyKind } from '../../src/domain/annual/report.ts';
import { type AnnualForm, annualForms, type FormId } from '../../src/law/forms/index.ts';
import * as words from './generate-words.ts';
import { layoutNamed } from './layouts.ts';
import { type SampleReport, zeroCells } from './sample-model.ts';
import { cleanSample } from './sample-prose.ts';

/** Numbers in [0, 1) that depend on the seed alone (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface GenerateOptions {
  /** Drawn from the seed when left out. */
  form?: FormId;
  year?: number;
  kind?: GeneratedKind;
  /** Characters of prose, about; 1,200 when left out. */
  prose?: number;
  /** Whether the overview states figures of the tables (rightly). */
  figures?: boolean;
}
export type GeneratedKind = Extract<AgencyKind, 'township' | 'subdistrict' | 'county' | 'countyDepartment'>;

/**
 * A clean report of an invented agency: every identity holds, every part of the form is there. The same seed gives
 * the same report; different seeds below 176,000 give different agencies and other prose.
 */
export function cleanReport(seed: number, options: GenerateOptions = {}): SampleReport {
  const random = randomOf(seed);
  const form = options.form ?? (random() < 0.3 ? '2019' : '2021');
  const years = form === '2019' ? [2019, 2020] : [2021, 2022, 2023, 2024];
  const year = options.year ?? years[Math.floor(random() * years.length)]!;
  const kind =
    options.kind ??
    draw(random, ['township', 'township', 'subdistrict', 'county', 'countyDepartment'] as const);
  const { name, short } = agencyOf(seed, kind);
  const report = cleanSample(form, year);
  const cells = drawCells(random, form, kind === 'county' ? 4 : 1);
  report.agency = name;
  report.kind = kind;
  report.title = `${name}${year}年政府信息公开工作年度报告`;
  report.preamble[1] =
    `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。` +
    `如对本报告有疑问，请与${short}政府信息公开办公室联系（地址：${short}中心路${1 + Math.floor(random() * 300)}号，电话：0000-${1000000 + Math.floor(random() * 8999999)}）。`;
  report.closing = [name, `${year + 1}年1月${5 + Math.floor(random() * 20)}日`];
  report.cells = cells;
  writeProse(report, random, options.prose ?? 1200, options.figures === true);
  return report;
}

/** The same report with one fault of its figures: a cell changed, or left blank. Says which cell. */
export function spoil(report: SampleReport, seed: number): { report: SampleReport; cell: string } {
  const random = randomOf(seed);
  const counted = annualForms[report.form].cells.filter((cell) => cell.table !== 'disclosure');
  const { id } = draw(random, counted);
  const text = random() < 0.2 ? '' : String(Number(report.cells[id]) + 1 + Math.floor(random() * 9));
  return { report: { ...report, cells: { ...report.cells, [id]: text } }, cell: id };
}

const textLayouts = [
  'tab',
  'rows by pipes',
  'rows by tabs',
  'cells with trailing pipes',
  'cells between blank lines',
];

/**
 * A report as a file, for measuring: even seeds a text of 12 KB or more in a layout drawn from the seed, odd ones a
 * page of 60 KB or more saved from Word; every tenth has a fault in its figures.
 */
export function publishedReport(seed: number): { fileName: string; content: string; faulty: boolean } {
  const page = seed % 2 === 1;
  const clean = cleanReport(seed, { prose: page ? 4200 : 3000, figures: true });
  const faulty = Math.floor(seed / 2) % 10 === 3;
  const report = faulty ? spoil(clean, seed).report : clean;
  const layout = layoutNamed(page ? 'html from Word' : textLayouts[(seed / 2) % textLayouts.length]!);
  return { fileName: layout.fileName, content: layout.write(report), faulty };
}

const draw = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)]!;

/** Every seed below 176,000 has a name of its own. */
function agencyOf(seed: number, kind: GeneratedKind): { name: string; short: string } {
  const pick = (list: readonly string[], n: number) => list[n % list.length]!;
  const towns = words.townFirst.length * words.townSecond.length;
  const county = Math.floor(seed / towns);
  const place = `${pick(words.countyFirst, county)}${pick(words.countySecond, Math.floor(county / words.countyFirst.length))}`;
  const countyName = `${place}县`;
  const town = `${pick(words.townFirst, seed)}${pick(words.townSecond, Math.floor((seed % towns) / words.townFirst.length))}`;
  const wholeCounty = `${place}市${town}县`;
  if (kind === 'county') return { name: `${wholeCounty}人民政府`, short: wholeCounty };
  if (kind === 'countyDepartment') {
    const bureau = `${wholeCounty}${pick(words.bureaus, seed)}`;
    return { name: bureau, short: bureau };
  }
  if (kind === 'subdistrict')
    return { name: `${countyName}${town}街道办事处`, short: `${countyName}${town}街道` };
  return { name: `${countyName}${town}镇人民政府`, short: `${countyName}${town}镇` };
}

/** Figures that satisfy every identity of the form; many noughts, some of five digits. */
export function drawCells(random: () => number, form: FormId, scale: number): Record<string, string> {
  const edition = annualForms[form];
  const figure = (share: number, most: number) =>
    random() < share ? Math.floor(random() ** 2 * most * scale) : 0;
  const cells = zeroCells(form);
  drawDisclosure(cells, edition, figure);
  drawApplications(cells, edition, figure);
  for (const block of edition.appealBlocks) {
    const results = block.columns
      .filter((c) => c.id !== 'total')
      .map((c) => [c.id, figure(0.3, 12)] as const);
    for (const [id, n] of results) cells[`appeals.${block.id}.${id}`] = String(n);
    cells[`appeals.${block.id}.total`] = String(results.reduce((sum, [, n]) => sum + n, 0));
  }
  return cells;
}

type Draw = (share: number, most: number) => number;

function drawDisclosure(cells: Record<string, string>, edition: AnnualForm, figure: Draw): void {
  for (const { id, table, row, kind } of edition.cells) {
    if (table !== 'disclosure' || row === 'regulations') continue;
    const n = figure(0.7, kind === 'yuan' ? 4_000_000 : 20_000);
    cells[id] = kind === 'wan' ? String(n / 10_000) : String(n);
    if (kind === 'signed') cells[id] = n % 3 === 0 ? `-${n % 40}` : n % 3 === 1 ? `+${n % 40}` : '0';
    if (cells[id] === '-0' || cells[id] === '+0') cells[id] = '0';
  }
  const small = (id: string, most: number) => {
    cells[id] = String(figure(0.8, most));
    return Number(cells[id]);
  };
  if (edition.id === '2021') {
    const issued = small('disclosure.normative.issued', 20);
    small('disclosure.normative.repealed', 10);
    cells['disclosure.normative.inForce'] = String(issued + figure(0.9, 200));
  } else {
    small('disclosure.normative.made', 20);
    const published = small('disclosure.normative.published', 20);
    cells['disclosure.normative.totalPublic'] = String(published + figure(0.9, 200));
  }
}

function drawApplications(cells: Record<string, string>, edition: AnnualForm, figure: Draw): void {
  const rows = edition.applicationRows.map((r) => r.id);
  const outcomes = rows.filter((id) => !['received', 'carriedIn', 'concluded', 'carriedOut'].includes(id));
  const totals = new Map<string, number>();
  for (const { id: column } of edition.applicationColumns) {
    if (column === 'total') continue;
    const share = column === 'naturalPerson' ? 0.6 : 0.12;
    const values = new Map<string, number>(
      outcomes.map((row) => [row, figure(share, figure(0.1, 1) > 0 ? 20_000 : 60)]),
    );
    const concluded = [...values.values()].reduce((a, b) => a + b, 0);
    const carriedOut = figure(share, 20);
    const carriedIn = Math.min(figure(share, 20), concluded + carriedOut);
    values.set('concluded', concluded).set('carriedOut', carriedOut).set('carriedIn', carriedIn);
    values.set('received', concluded + carriedOut - carriedIn);
    for (const [row, n] of values) {
      cells[`applications.${row}.${column}`] = String(n);
      totals.set(row, (totals.get(row) ?? 0) + n);
    }
  }
  for (const [row, n] of totals) cells[`applications.${row}.total`] = String(n);
}

/** Sentences put together word by word, so that no two reports share more than their customary turns. */
function sentence(random: () => number): string {
  const clause = () => `${draw(random, words.how)}${draw(random, words.does)}${draw(random, words.what)}`;
  const parts = [`${draw(random, words.who)}${clause()}`];
  if (random() < 0.7) parts.push(`${draw(random, words.where)}`);
  if (random() < 0.6) parts.push(`${draw(random, words.who)}${clause()}`);
  if (random() < 0.5) parts.push(draw(random, words.why));
  return `${random() < 0.3 ? `${draw(random, words.joins)}，` : ''}${parts.join('，')}。`;
}

const prosePart = (random: () => number, characters: number): string => {
  let text = '';
  while (text.length < characters) text += sentence(random);
  return text;
};

const topics = ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'];
const results =
  '公开工作列入年度工作考核，考核结果与评优挂钩；邀请群众代表开展社会评议，评议总体满意；没有发生需要责任追究的情形。';

function writeProse(report: SampleReport, random: () => number, characters: number, figures: boolean): void {
  const part = Math.ceil(characters / 8);
  const of = (id: string) => report.sections.find((s) => s.id === id)!;
  of('overview').paragraphs = [
    prosePart(random, part),
    ...topics.map((topic, i) => {
      const stated = i === 1 && figures ? applicationsInWords(report) : '';
      return `（${'一二三四五'[i]}）${topic}。${stated}${prosePart(random, part)}${i === 4 ? results : ''}`;
    }),
  ];
  of('problems').paragraphs = [
    `存在的主要问题：解读形式还不够丰富，基层信息员的业务能力有待提高。${prosePart(random, part / 2)}`,
    `改进情况：加强培训和指导，丰富解读形式。${prosePart(random, part / 2)}`,
  ];
  of('other').paragraphs = [
    `收取信息处理费的情况：本机关本年度没有收取信息处理费。${prosePart(random, part / 2)}`,
  ];
}

function applicationsInWords(report: SampleReport): string {
  const of = (row: string) => report.cells[`applications.${row}.total`];
  return (
    `${report.year}年，新收政府信息公开申请${of('received')}件，上年结转${of('carriedIn')}件，` +
    `办结${of('concluded')}件，结转下年度继续办理${of('carriedOut')}件。`
  );
}

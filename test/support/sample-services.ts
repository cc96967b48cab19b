import type {
  AnnualReport,
  Cells,
  Finding,
  ReportCell,
  ReportFormId,
} from '../../src/domain/annual/report.ts';
import { type Day, shippedCalendar } from '../../src/domain/workday/index.ts';
import { annualForms } from '../../src/law/forms/index.ts';
import type {
  AgencyHome,
  AgencyRef,
  FindingCounts,
  ReportPage,
  ReportRef,
  Services,
  Site,
  StoredReport,
} from '../../src/web/http/services.ts';

export const county: AgencyRef = { slug: '330999', name: '云溪县人民政府', kind: 'county' };
export const township: AgencyRef = { slug: '330999101', name: '大坪镇人民政府', kind: 'township' };
const many: readonly AgencyRef[] = Array.from({ length: 40 }, (_, index) => ({
  slug: `3309992${String(index).padStart(2, '0')}`,
  name: `第${index + 1}街道办事处`,
  kind: 'subdistrict' as const,
}));

export const site: Site = {
  name: '云溪县人民政府',
  idCode: '0000000000',
  office: '县政务公开办公室',
  address: '云溪县明远路 1 号 206 室',
  phone: '0000-8812345',
  icp: null,
  demonstration: true,
};

const read = (value: number): ReportCell => ({
  value,
  text: String(value),
  status: 'read',
  at: { line: 1, column: 1 },
});

/** Cells of a whole form that balance, growing with `size`; every received application is granted. */
export function sampleCells(form: '2019' | '2021', size: number): Cells {
  const people = size * 7;
  const firms = size * 2;
  const cells: Record<string, ReportCell> = {};
  for (const { id, kind } of annualForms[form].cells) cells[id] = read(kind === 'wan' ? size * 1.25 : 0);
  const fill = (row: string, a: number, b: number) => {
    cells[`applications.${row}.naturalPerson`] = read(a);
    cells[`applications.${row}.business`] = read(b);
    cells[`applications.${row}.total`] = read(a + b);
  };
  fill('received', people, firms);
  fill('carriedIn', 2, 0);
  fill('granted', people - size, firms);
  fill('partial', 2, 0);
  fill('denied.thirdParty', size - 1, 0);
  fill('unavailable.notHeld', 1, 0);
  fill('concluded', people + 2, firms);
  fill('carriedOut', 0, 0);
  cells['appeals.review.upheld'] = read(1);
  cells['appeals.review.total'] = read(1);
  return cells;
}

const basis = (article: string) => [
  { instrument: '中华人民共和国政府信息公开条例（国务院令第711号）', article },
];

export const finding = (over: Partial<Finding>): Finding => ({
  rule: 'balance',
  code: 'R301',
  severity: 'error',
  message: '“自然人”列不平：新收 35 + 上年结转 2 = 37，总计 37 + 结转下年度 1 = 38。',
  cells: [],
  at: null,
  related: [],
  basis: basis('第五十条'),
  fix: null,
  suggestions: ['核对结转下年度：如果都已答复，应改为 0。'],
  ...over,
});

const sections = (year: number, title: readonly string[]) =>
  title.map((heading, index) => ({
    id: annualForms['2021'].sections[index]!.id,
    heading,
    text:
      index === 0
        ? `${year}年，大坪镇主动公开政府信息216条。全年新收政府信息公开申请12件，均在法定期限内答复。\n培训2次，参加86人次。<b>原文如此</b>`
        : index >= 4
          ? '解读形式较单一。下一年制作图解不少于10篇。'
          : '',
  }));

export function sampleReport(
  agency: AgencyRef,
  year: number,
  over: { form?: ReportFormId; findings?: readonly Finding[]; cells?: Cells } = {},
): StoredReport {
  const form = over.form ?? (year < 2021 ? '2019' : '2021');
  const report: AnnualReport = {
    schema: 'gongkai.annual-report/1',
    source: { file: `${year}.txt`, sha256: `${agency.slug}${year}`.padEnd(64, '0'), mediaType: 'text/plain' },
    agency: { name: agency.name, kind: agency.kind, code: agency.slug },
    year,
    form,
    sections: sections(
      year,
      annualForms['2021'].sections.map((section) => section.heading),
    ),
    cells: over.cells ?? sampleCells(form === '2019' ? '2019' : '2021', year - 2018),
    statistics: {},
    indicators: {},
    findings: over.findings ?? [],
  };
  return {
    year,
    report,
    storedAt: '2026-03-01T01:30:00.000Z',
    file: { name: '年报<1>.txt', size: 12, kept: true },
  };
}

const faultyCells: Cells = {
  ...sampleCells('2021', 5),
  'applications.carriedOut.naturalPerson': read(1),
  'applications.declined.repeated.naturalPerson': { value: null, text: '', status: 'blank', at: null },
  'applications.denied.deliberative.business': { value: null, text: '1=2', status: 'unreadable', at: null },
  'disclosure.normative.inForce': { value: 0, text: '无', status: 'inferred', at: null },
  'disclosure.regulations.issued': read(1234),
};

export const faulty = sampleReport(township, 2023, {
  cells: faultyCells,
  findings: [
    finding({
      code: 'R015',
      rule: 'wording',
      severity: 'info',
      message: '提示一句。',
      at: { line: 99, column: 1 },
      basis: basis('第一条'),
      suggestions: [],
    }),
    finding({ cells: ['applications.carriedOut.naturalPerson', 'applications.concluded.naturalPerson'] }),
    finding({
      code: 'R201',
      rule: 'blank-cell',
      message: '“（五）不予处理 2.重复申请”一格空白。',
      cells: ['applications.declined.repeated.naturalPerson'],
      suggestions: ['没有的填 0；只有本机关知道应填几。'],
    }),
    finding({
      code: 'R101',
      rule: 'prose-figure',
      message: '正文写“新收政府信息公开申请12件”，表三新收总计为 45 件。',
      suggestions: ['以登记台账为准，改正文或者改表。'],
      basis: [{ instrument: '国办公开办函〔2021〕30号', article: '表三' }],
    }),
    finding({
      code: 'R013',
      rule: 'foreign-name',
      severity: 'warning',
      message: '正文出现<script>alert(1)</script>“培训2次，参加86人次”。',
      suggestions: [],
    }),
  ],
});

const reports: ReadonlyMap<string, readonly StoredReport[]> = new Map([
  [county.slug, [2025, 2024, 2023].map((year) => sampleReport(county, year))],
  [
    township.slug,
    [
      sampleReport(township, 2025),
      sampleReport(township, 2024),
      faulty,
      sampleReport(township, 2022),
      sampleReport(township, 2020),
    ],
  ],
  ...many.map(({ slug }) => [slug, [] as StoredReport[]] as const),
]);

const agencies = [county, township, ...many];

const count = (stored: StoredReport): FindingCounts => {
  const result = { error: 0, warning: 0, info: 0 };
  for (const { severity } of stored.report.findings) result[severity] += 1;
  return result;
};
const ref = (stored: StoredReport): ReportRef => ({
  year: stored.year,
  form: stored.report.form,
  findings: count(stored),
});

const homeOf = (agency: AgencyRef): AgencyHome => ({
  agency,
  code: agency.slug,
  superior: agency === county ? null : county,
  subordinates: agency === county ? [township, ...many] : [],
  successor: null,
  predecessors: [],
  contacts: [],
  validTo: null,
  ended: false,
  demonstration: true,
  reports: (reports.get(agency.slug) ?? []).map(ref),
});

/** Services over invented reports kept in memory, for tests of the pages in process. */
export const sampleServices: Services = {
  site,
  overview: async () => ({
    agencies: agencies.length,
    reports: 8,
    firstYear: 2020,
    lastYear: 2025,
    updatedAt: '2026-03-01T01:30:00.000Z',
  }),
  listReports: async ({ after, before, limit, year, agency, withFindings }) => {
    const start = after ?? before ?? '0';
    const found = agencies
      .filter(({ name }) => name.includes(agency))
      .map((each) => ({ agency: each, reports: (reports.get(each.slug) ?? []).map(ref) }))
      .filter(({ reports: own }) => year === null || own.some((report) => report.year === year))
      .filter(({ reports: own }) => !withFindings || own.some(({ findings }) => findings.error > 0));
    const from = before === null ? Number(start) : Math.max(0, Number(start) - limit);
    return {
      years: [2025, 2024, 2023, 2022, 2020],
      rows: found.slice(from, from + limit),
      next: from + limit < found.length ? String(from + limit) : null,
      previous: from > 0 ? String(from) : null,
    };
  },
  agency: async (slug) => {
    const agency = agencies.find((each) => each.slug === slug);
    return agency === undefined ? null : homeOf(agency);
  },
  reportsOf: async (slug): Promise<ReportPage | null> => {
    const agency = agencies.find((each) => each.slug === slug);
    return agency === undefined ? null : { agency, demonstration: true, years: reports.get(slug) ?? [] };
  },
  sourceFile: async () => new TextEncoder().encode('原文'),
  search: async ({ text }) => ({
    hits: text.includes('大坪')
      ? [
          {
            agency: township,
            year: 2023,
            section: '一、总体情况',
            snippet: '……大坪镇主动公开政府信息216条……',
          },
        ]
      : [],
    next: null,
    complete: true,
  }),
  sitemap: async () =>
    agencies.map(({ slug }) => ({ slug, years: (reports.get(slug) ?? []).map(({ year }) => year) })),
  calendar: () => shippedCalendar,
  today: () => '2026-11-21' as Day,
  ready: async () => true,
};

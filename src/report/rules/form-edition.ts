import { type Citation, cite, type InstrumentId } from '../../law/citation.ts';
import { annualForms, formOfYear } from '../../law/forms/index.ts';
import { instruments } from '../../law/instruments.ts';
import { placeOf } from '../narrative/passages.ts';
import { yearEnd } from '../narrative/years.ts';
import type { Passage, Reading } from '../reading.ts';
import type { Report, Rule } from './rule.ts';

/** How reports cite instruments that were replaced, and what took their place. */
const repealed: readonly { instrument: InstrumentId; by: InstrumentId; cited: RegExp; unless?: RegExp }[] = [
  {
    instrument: 'form2019',
    by: 'form2021',
    cited:
      /国办公开办函.?2019.?60号|国务院办公厅政府信息与政务公开办公室《?关于政府信息公开工作年度报告有关事项的通知/,
  },
  {
    instrument: 'tiaoli2007',
    by: 'tiaoli2019',
    cited: /国务院令第?492号|国务院第492号令/,
    unless: /711号/,
  },
];

/** R009: the tables are not those of the form in force for the year, or a replaced instrument is cited as basis. */
export const formEdition: Rule = {
  code: 'R009',
  id: 'form-edition',
  severity: 'error',
  name: '格式版本或依据已失效',
  basis: [cite('form2021', '自2021年度报告起执行'), cite('form2019', '2019、2020年度报告执行')],
  check: (reading) => {
    const { year } = reading.report;
    if (reading.refused !== null || year === null) return [];
    const edition = editionFault(reading, year);
    return [...(edition === null ? [] : [edition]), ...citations(reading, year)];
  },
};

function editionFault({ report: { form } }: Reading, year: number): Report | null {
  const due = formOfYear(year);
  if (form === null || form === (due?.id ?? 'pre2019')) return null;
  const used = form === 'pre2019' ? '2019年以前的旧式报告和统计表' : `${form}年格式的表格`;
  const wanted =
    due === null
      ? '2019年以前的年度报告没有这种格式'
      : `${year}年度报告应当用${numberOf(due.basis)}规定的${due.id}年格式`;
  return {
    message: `报告用的是${used}，${wanted}。请核对报告年份；年份无误的，改用当年执行的格式重新填写。`,
    basis: due === null ? [annualForms['2019'].basis] : [due.basis],
  };
}

const numberOf = ({ instrument }: Citation): string =>
  instruments[instrument].number ?? instruments[instrument].title;

function citations(reading: Reading, year: number): Report[] {
  const passages = [...reading.preamble, ...reading.sections.flatMap((section) => section.passages)];
  return repealed.flatMap(({ instrument, by, cited, unless }) => {
    const { inForceTo } = instruments[instrument];
    if (inForceTo === null || inForceTo >= yearEnd(year)) return [];
    const found = firstCitation(passages, cited, unless);
    if (found === null) return [];
    return [
      {
        message: `报告引用了“${found.words}”，它已被${instruments[by].number ?? ''}代替，${year}年度报告不能再作依据。请改引《${instruments[by].title}》。`,
        at: placeOf(found.passage, found.words),
        basis: [cite(by, '全文')],
      },
    ];
  });
}

function firstCitation(
  passages: readonly Passage[],
  cited: RegExp,
  unless: RegExp | undefined,
): { passage: Passage; words: string } | null {
  for (const passage of passages) {
    if (!passage.text.includes('号') && !passage.text.includes('通知')) continue;
    const match = cited.exec(passage.text);
    if (match !== null && unless?.test(passage.text) !== true) return { passage, words: match[0] };
  }
  return null;
}

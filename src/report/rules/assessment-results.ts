import type { AgencyKind } from '../../domain/annual/report.ts';
import { cite } from '../../law/citation.ts';
import { Pairs } from '../narrative/pairs.ts';
import { followsForm, isExcerpt } from '../narrative/passages.ts';
import type { Reading } from '../reading.ts';
import type { Rule } from './rule.ts';

/** 各级人民政府. A 街道办事处 is an agency sent out by a government (派出机关) and not one itself. */
const governments: ReadonlySet<AgencyKind> = new Set(['state', 'province', 'city', 'county', 'township']);

/** Names of systems and committees say nothing of a result. */
const systems =
  /(?:(?:工作|绩效|年度)?(?:考核|社会评议|评议|责任追究|问责|追责|督查|监督检查)(?:评价|奖惩)?[、和及与]?){1,6}等?(?:各项|三项|相关|配套)?(?:制度|机制|体系|办法|细则|规定|方案|责任制|制(?=[、,，。;；等]))/g;

const results: readonly (readonly [string, RegExp])[] = [
  ['工作考核', /考核|考评|评估|测评|绩效/],
  ['社会评议', /评议|满意度|满意率|群众评价|公众评价|民意调查|问卷/],
  ['责任追究', /责任追究|追究责任|追究.{0,8}责任|问责|追责|被通报|责任追|处理.{0,6}责任人/],
];

/** What only announces: the section on problems tells what is to come. */
const plan = /将|下一步|下步|今后|要|加大|加强|强化|健全|完善|建立|推动|进一步/;

/** R011: a government's report tells nothing of the results of assessment, public review or accountability. */
export const assessmentResults: Rule = {
  code: 'R011',
  id: 'assessment-results',
  severity: 'warning',
  name: '工作考核、社会评议和责任追究结果',
  basis: [cite('tiaoli2019', '第五十条第一款第（四）项'), cite('tiaoli2019', '第四十六条')],
  check: (reading) => {
    const { agency } = reading.report;
    if (!followsForm(reading) || agency === null || !governments.has(agency.kind)) return [];
    if (isExcerpt(reading) || reading.sections.length === 0) return [];
    const told = sentencesOf(reading);
    const missing = results.filter(([, words]) => !told.some((sentence) => words.test(sentence)));
    if (missing.length === 0) return [];
    const names = missing.map(([name]) => name).join('、');
    const place = reading.sections.find((section) => section.id === 'overview') ?? reading.sections[0]!;
    return [
      {
        message: `报告没有写${names}的结果。各级人民政府的年度报告应当包括工作考核、社会评议和责任追究结果情况，请在“一、总体情况”的监督保障部分补写，没有发生责任追究的也写明。`,
        at: place.at,
      },
    ];
  },
};

const mentions = new RegExp(results.map(([, words]) => words.source).join('|'));
/** In every word of a result, that of 处理…责任人 included, one of these stands. */
const signs = new Pairs(
  '考核、考评、评估、测评、绩效、评议、满意、众评、民意、问卷、责任、问责、追责、被通'.split('、'),
);

/** Sentences that may tell a result, the names of systems taken out. */
function sentencesOf(reading: Reading): string[] {
  return reading.sections.flatMap(({ id, passages }) =>
    passages.flatMap(({ text }) =>
      signs.next(text) >= 0 && mentions.test(text)
        ? text
            .split(/[。;；!！?？\n]/)
            .filter((sentence) => signs.next(sentence) >= 0 && mentions.test(sentence))
            .filter((sentence) => id !== 'problems' || !plan.test(sentence))
            .map((sentence) => sentence.replace(systems, ''))
        : [],
    ),
  );
}

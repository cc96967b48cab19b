import type { Place } from '../../domain/annual/report.ts';
import { cite } from '../../law/citation.ts';
import type { Claim, Reading } from '../reading.ts';
import { figureText, isOwnFigure, quote } from './prose.ts';
import type { Report, Rule } from './rule.ts';
import { figureOf } from './support.ts';

const applicationTotals: ReadonlySet<Claim['subject']> = new Set<Claim['subject']>([
  'received',
  'receivedAll',
]);
const isTotal = (claim: Claim): boolean =>
  claim.part === null && claim.groupRole !== 'part' && claim.precision === 'exact' && !claim.none;

function conflict(first: Claim, second: Claim, what: string, advice: string): Report {
  return {
    message: `正文${what}：一处${quote(first)}（${figureText(first)}），另一处${quote(second)}（${figureText(second)}）。${advice}`,
    at: second.at,
    related: [{ at: first.at, message: `${first.noun}：${figureText(first)}` }],
  };
}

/** Two totals of applications that neither those carried over nor those left explain. */
function applicationConflict(reading: Reading, own: readonly Claim[]): Report[] {
  const totals = own.filter(
    (claim) => applicationTotals.has(claim.subject) && isTotal(claim) && claim.value > 0,
  );
  const carried = new Set<number>();
  for (const claim of own)
    if (claim.subject === 'carriedIn' || claim.subject === 'carriedOut') carried.add(claim.value);
  for (const row of ['carriedIn', 'carriedOut']) {
    const value = figureOf(reading.report.cells, `applications.${row}.total`);
    if (value !== null) carried.add(value);
  }
  const first = totals[0];
  const second = totals.find(
    (claim) =>
      first !== undefined &&
      claim.sentence !== first.sentence &&
      claim.value !== first.value &&
      !carried.has(Math.abs(claim.value - first.value)),
  );
  if (first === undefined || second === undefined) return [];
  return [conflict(first, second, '两处所述收到申请数不一致', '请统一。')];
}

const wholePublication = /(?:主动公开|公开)(?:各类)?(?:政府)?信息(?:总?数)?$|政府信息公开(?:总?数)?$/;
const narrower = /网站|网|微信|微博|公众号|平台|栏目|领域|部门|重点|专栏|新增|平均|通过|其中/;

/** Two totals of what was published: other figures, or one figure with two units. */
function publicationConflict(own: readonly Claim[]): Report[] {
  const totals = own.filter(
    (claim) =>
      claim.subject === 'publishedTotal' &&
      isTotal(claim) &&
      wholePublication.test(claim.noun) &&
      !narrower.test(claim.noun),
  );
  const first = totals[0];
  const second = totals.find(
    (claim) =>
      first !== undefined &&
      claim.sentence.text !== first.sentence.text &&
      (claim.unit === first.unit ? claim.value !== first.value : claim.value === first.value),
  );
  if (first === undefined || second === undefined) return [];
  const units = first.unit !== second.unit;
  return [
    conflict(
      first,
      second,
      units ? '对同一公开数量用了不同的计量单位' : '两处所述主动公开信息数不一致',
      units ? '信息按条、文件按份或件统计，请核实后统一。' : '请统一。',
    ),
  ];
}

const onTime = /按期|按时|及时/;

/** 3 overdue and 11 later on time make 14, not 12. */
function overdueSum(own: readonly Claim[]): Report[] {
  const total = own.find(
    (claim) => applicationTotals.has(claim.subject) && isTotal(claim) && claim.value > 0,
  );
  const overdue = own.find(
    (claim) => claim.subject === 'overdueAnswers' && claim.value > 0 && claim.precision === 'exact',
  );
  if (total === undefined || overdue === undefined || total.sentence === overdue.sentence) return [];
  const rest = own.find(
    (claim) =>
      claim.sentence === overdue.sentence &&
      claim !== overdue &&
      claim.precision === 'exact' &&
      claim.subject === 'unknown' &&
      /后续|其余|其他|另/.test(claim.noun) &&
      onTime.test(claim.sentence.text),
  );
  if (rest === undefined || overdue.value + rest.value === total.value) return [];
  return [
    {
      message:
        `正文两处所述申请数不一致：一处${quote(total)}（${figureText(total)}），` +
        `另一处逾期 ${figureText(overdue)}、其余 ${figureText(rest)}，合计 ${overdue.value + rest.value}。请核实后统一。`,
      at: overdue.at,
      related: [{ at: total.at, message: `${total.noun}：${figureText(total)}` }],
    },
  ];
}

const allInTime =
  /均(?:已)?(?:在(?:法定|规定)[^,。;]{0,4}(?:期限|时限|时间)内|按期|按时)[^,。;]{0,10}(?:答复|办结|回复|办理)/;

/** 均按期答复 against overdue answers admitted elsewhere. */
function overdueAgainstAll(reading: Reading, own: readonly Claim[]): Report[] {
  const overdue = own.find((claim) => claim.subject === 'overdueAnswers' && claim.value > 0 && !claim.none);
  if (overdue === undefined) return [];
  for (const section of reading.sections)
    for (const passage of section.passages)
      for (const sentence of passage.text.split(/(?<=[。!?])/))
        if (
          allInTime.test(sentence) &&
          sentence !== overdue.sentence.text &&
          !/后续|其余|其他|去年|上年/.test(sentence)
        ) {
          const place: Place = passage.at;
          return [
            {
              message: `正文一处称“${sentence.replace(/。$/, '').slice(-40)}”，另一处${quote(overdue)}有 ${figureText(overdue)} 逾期。请核实后更正。`,
              at: overdue.at,
              related: [{ at: place, message: '称均按期答复处' }],
            },
          ];
        }
  return [];
}

const treated = /(提案|建议)[^,。;]{0,10}(?:均|全部|都)[^,。;]{0,8}(?:采纳|落实|办复|办结|答复|办理)/;

/** Nothing received, and yet all of it adopted. */
function nothingTreated(reading: Reading, own: readonly Claim[]): Report[] {
  const found: Report[] = [];
  for (const claim of own.filter((c) => c.subject === 'proposals' && c.value === 0).slice(0, 8)) {
    const noun = /提案|建议/.exec(claim.noun)?.[0];
    if (noun === undefined) continue;
    const passage = reading.sections
      .flatMap((s) => s.passages)
      .find((p) => p.text.includes(claim.sentence.text));
    const match =
      passage === undefined
        ? null
        : treated.exec(passage.text.slice(passage.text.indexOf(claim.sentence.text)));
    if (match === null || match[1] !== noun) continue;
    found.push({
      message: `正文称${noun}为 ${figureText(claim)}，又称“${match[0]}”。没有${noun}便无可办理，请删去或更正件数。`,
      at: claim.at,
    });
  }
  return found;
}

/** Two statements of the prose that cannot both be true. */
export const proseConflict: Rule = {
  code: 'R105',
  id: 'prose-conflict',
  severity: 'warning',
  name: '正文前后矛盾',
  basis: [cite('tiaoli2019', '第五十条第一款')],
  check: (reading) => {
    const own = reading.claims.filter((claim) => isOwnFigure(claim, reading.report));
    return [
      ...applicationConflict(reading, own),
      ...publicationConflict(own),
      ...overdueSum(own),
      ...overdueAgainstAll(reading, own),
      ...nothingTreated(reading, own),
    ];
  },
};

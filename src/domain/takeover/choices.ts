import { type AnswerId, answers } from '../../law/answers.ts';
import { applicantKindNames, applicantKinds } from '../../law/applicants.ts';
import { deliveryRules } from '../../law/delivery.ts';
import { feeTariffs } from '../../law/fees.ts';
import { annualReport2021 } from '../../law/forms/index.ts';
import { provisionForms, provisionWays, receiptRules } from '../../law/intake.ts';
import { identityNames } from '../application/identity.ts';

/** One thing that may stand in a cell. */
export interface Choice {
  readonly value: string;
  /** As the list offers it. */
  readonly name: string;
  /** Other words that people write for it. */
  readonly also: readonly string[];
}

/** How a case stands on the day it is taken over. */
export type TakenState = 'running' | 'waiting' | 'sent' | 'closed' | 'withdrawn' | 'abandoned';
export const takenStateNames: Readonly<Record<TakenState, string>> = {
  running: '办理中',
  waiting: '等待申请人',
  sent: '已答复',
  closed: '已办结',
  withdrawn: '已撤回',
  abandoned: '视为放弃',
};

const labels: ReadonlyMap<string, string> = new Map(
  annualReport2021.applicationRows.map(({ id, label }) => [id, label]),
);
/** The row of table 三 in the words of the form, without its number and what it adds in brackets. */
const rowWords = (outcome: string): string =>
  labels
    .get(outcome)!
    .replace(/^(?:\d+[.．]|（[一二三四五六]）)/, '')
    .replace(/（区分处理.*）$/, '');

/** Two answers reach one row: their own name stands behind it. */
const shared = (outcome: string): boolean =>
  answers.filter((answer) => answer.outcome === outcome).length > 1 || outcome === 'other.misc';
export function takenOutcomeName(id: AnswerId): string {
  const { outcome, name } = answers.find((answer) => answer.id === id)!;
  const words = rowWords(outcome);
  return shared(outcome) && words !== name ? `${words}（${name}）` : words;
}

const of = (
  names: Readonly<Record<string, string>>,
  also: Readonly<Record<string, readonly string[]>> = {},
) => Object.entries(names).map(([value, name]): Choice => ({ value, name, also: also[value] ?? [] }));

/** Lists by the id of their column. */
export const choices = {
  channel: receiptRules.map(({ channel, name }): Choice => ({ value: channel, name, also: [] })),
  kind: applicantKinds.map(
    (kind): Choice => ({
      value: kind,
      name: applicantKindNames[kind],
      also: kind === 'naturalPerson' ? ['公民', '个人'] : [],
    }),
  ),
  identityType: of(identityNames, { residentId: ['身份证'], creditCode: ['社会信用代码'] }),
  form: of(provisionForms, { paper: ['纸质'], electronic: ['电子'] }),
  way: of(provisionWays),
  state: of(takenStateNames, { waiting: ['等待补正', '等待缴费'], running: ['在办'], withdrawn: ['撤回'] }),
  asked: of({ thirdParty: '第三方', maker: '共同制作机关', agency: '其他机关' }),
  view: of({ agrees: '同意公开', objects: '不同意公开' }, { agrees: ['同意'], objects: ['不同意'] }),
  feeTariff: feeTariffs.map(({ id, name }): Choice => ({ value: id, name, also: [] })),
  outcome: answers.map(({ id, name }): Choice => ({ value: id, name: takenOutcomeName(id), also: [name] })),
  delivery: of(Object.fromEntries(Object.values(deliveryRules).map(({ method, name }) => [method, name]))),
} as const satisfies Readonly<Record<string, readonly Choice[]>>;

export type ChoiceColumn = keyof typeof choices;

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s"'“”]/g, '')
    .replace(/^(?:\d+[.、]|\([一二三四五六]\))/, '');

const meanings: Readonly<Record<string, ReadonlyMap<string, string>>> = Object.fromEntries(
  Object.entries<readonly Choice[]>(choices).map(([column, list]) => [
    column,
    // A name goes before what others are called besides.
    new Map([
      ...list.flatMap(({ value, also }) => also.map((words): [string, string] => [plain(words), value])),
      ...list.map(({ value, name }): [string, string] => [plain(name), value]),
    ]),
  ]),
);

/** What a cell's words mean, however they are spaced and numbered; null where the list has nothing like it. */
export const chosen = (column: ChoiceColumn, text: string): string | null =>
  meanings[column]!.get(plain(text)) ?? null;

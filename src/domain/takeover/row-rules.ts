import { deadlines } from '../../law/deadlines.ts';
import { type IdentityType, identityHolds, identityNames } from '../application/identity.ts';
import type { Day } from '../workday/index.ts';
import { labelOf, type RowValues } from './cells.ts';
import { type TakenState, takenStateNames } from './choices.ts';
import { type ColumnId, takeoverColumns } from './columns.ts';

export interface RowFault {
  readonly column: ColumnId | null;
  readonly message: string;
}

type Rule = (values: RowValues, today: Day) => readonly RowFault[];

const fault = (column: ColumnId, message: string): RowFault => ({ column, message });

/** The columns that hold something only beside another. */
const beside: readonly (readonly [ColumnId, needs: ColumnId])[] = [
  ['identityNumber', 'identityType'],
  ['correctionDue', 'correctionOn'],
  ['correctedOn', 'correctionOn'],
  ['askedOn', 'asked'],
  ['askReceivedOn', 'asked'],
  ['heardOn', 'asked'],
  ['view', 'heardOn'],
  ['extendedBy', 'extendedOn'],
  ['feeReceivedOn', 'feeOn'],
  ['paidOn', 'feeReceivedOn'],
  ['feeTariff', 'feeOn'],
  ['feeQuantity', 'feeOn'],
  ['feeYuan', 'feeOn'],
];

/** The columns that must hold something beside another. */
const together: readonly (readonly [ColumnId, beside: ColumnId])[] = [
  ['identityNumber', 'identityType'],
  ['correctionDue', 'correctionOn'],
  ['askedOn', 'asked'],
  ['extendedBy', 'extendedOn'],
  ['feeTariff', 'feeOn'],
  ['feeQuantity', 'feeOn'],
  ['feeYuan', 'feeOn'],
];

const pairs: Rule = (values) => [
  ...beside
    .filter(([column, needs]) => values[column] !== undefined && values[needs] === undefined)
    .map(([column, needs]) => fault(needs, `填写了“${labelOf(column)}”，这里也要填写。`)),
  ...together
    .filter(([column, beside]) => values[column] === undefined && values[beside] !== undefined)
    .map(([column, beside]) => fault(column, `填写了“${labelOf(beside)}”，这里也要填写。`)),
];

const days: Rule = (values, today) =>
  takeoverColumns
    .filter(({ id, kind }) => kind === 'day' && id !== 'correctionDue' && values[id] !== undefined)
    .flatMap(({ id }) => {
      const day = values[id]!;
      if (day > today) return [fault(id, `${day}在今天（${today}）之后。请核对年份和日期。`)];
      return values.receivedOn !== undefined && day < values.receivedOn
        ? [fault(id, `${day}早于收到日期${values.receivedOn}。请核对两个日期。`)]
        : [];
    });

const identity: Rule = ({ identityType, identityNumber }) => {
  if (identityType === undefined || identityNumber === undefined) return [];
  const number = identityNumber.replace(/\s/g, '').toUpperCase();
  if (identityHolds(identityType as IdentityType, number)) return [];
  return [
    fault(
      'identityNumber',
      `不是正确的${identityNames[identityType as IdentityType]}号码。请对照证件核对；原件上就是这样的，证件种类请选“${identityNames.otherDocument}”。`,
    ),
  ];
};

const contact: Rule = ({ email, phone }) => [
  ...(email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
    ? [fault('email', '电子邮箱的写法不正确，例如 name@example.cn。')]
    : []),
  ...(phone !== undefined && !/^[+()\d\s-]{7,20}$/.test(phone)
    ? [fault('phone', '电话的写法不正确，例如 13800001234 或者 0990-1234567。')]
    : []),
];

const needsView: Rule = ({ asked, heardOn, view }) =>
  heardOn !== undefined && view === undefined && asked !== undefined && asked !== 'agency'
    ? [fault('view', '填写了“对方答复日期”，请填写对方是否同意公开。')]
    : [];

const extension: Rule = ({ extendedBy }) => {
  const { workdays } = deadlines.extensionAtMost;
  return extendedBy !== undefined && Number(extendedBy) > workdays
    ? [fault('extendedBy', `延长的期限最长不得超过${workdays}个工作日，现为${extendedBy}。`)]
    : [];
};

const openCorrection = ({ correctionOn, correctedOn }: RowValues): boolean =>
  correctionOn !== undefined && correctedOn === undefined;
const openFee = ({ feeOn, paidOn }: RowValues): boolean => feeOn !== undefined && paidOn === undefined;

const ended = new Set<string>(['sent', 'closed', 'withdrawn', 'abandoned']);
const answered = new Set<string>(['sent', 'closed']);

const open: Rule = (values) => {
  const { state } = values;
  if (state === undefined || ended.has(state)) return [];
  const name = takenStateNames[state as TakenState];
  const waits = openCorrection(values) || openFee(values);
  const left = (['endedOn', 'outcome', 'letterNumber', 'delivery', 'proof'] as const)
    .filter((column) => values[column] !== undefined)
    .map((column) => fault(column, `状态是“${name}”，这里应当为空；已经答复的，请改状态。`));
  if (state === 'running' && waits)
    return [...left, fault('state', '已告知补正或者收费，还没有收到，状态应为“等待申请人”。')];
  return state === 'waiting' && !waits
    ? [
        ...left,
        fault('state', '没有尚待补正或者缴费的记录，状态应为“办理中”；在等待的，请补填补正或者收费的日期。'),
      ]
    : left;
};

const inYear: Rule = ({ endedOn }, today) =>
  endedOn !== undefined && endedOn < `${today.slice(0, 4)}-01-01`
    ? [fault('endedOn', `${endedOn}办结的属于往年，已计入往年年度报告，不移入。请删去这一行。`)]
    : [];

const end: Rule = (values, today) => {
  const { state, endedOn, outcome } = values;
  if (state === undefined || !ended.has(state)) return [];
  const name = takenStateNames[state as TakenState];
  const faults: RowFault[] = [...inYear(values, today)];
  if (endedOn === undefined) faults.push(fault('endedOn', `状态是“${name}”，请填写日期。`));
  if (outcome === undefined && state !== 'withdrawn')
    faults.push(fault('outcome', `状态是“${name}”，请填写处理结果。`));
  return faults;
};

const answerOnly: Rule = (values) => {
  const { state, outcome, delivery, correctedOn } = values;
  if (state === undefined || !answered.has(state)) return [];
  const faults: RowFault[] = [];
  if (delivery === undefined) faults.push(fault('delivery', '已经答复的，请填写送达方式。'));
  if (outcome?.startsWith('other.'))
    faults.push(fault('outcome', '这一结果不是答复，状态应为“视为放弃”或者“已撤回”。'));
  if (outcome === 'unavailable.unclear' && correctedOn === undefined)
    faults.push(fault('correctedOn', '补正后仍不明确的，请填写补正告知日期和收到补正日期（条例第三十条）。'));
  if (openCorrection(values))
    faults.push(
      fault(
        'correctedOn',
        '已告知补正又答复的，请填写收到补正的日期。确实没有收到就答复的，请清空补正告知日期和补正期限，期限自收到申请之日计算。',
      ),
    );
  if (openFee(values))
    faults.push(
      fault(
        'paidOn',
        '已通知收费又答复的，请填写缴费日期。确实没有缴费就答复的，请清空收费各栏，期限自收到申请之日计算。',
      ),
    );
  return faults;
};

const abandoned: Rule = (values) => {
  const { state, outcome, endedOn, correctionDue } = values;
  if (state === 'withdrawn' && outcome !== undefined && outcome !== 'other.withdrawn')
    return [fault('outcome', '状态是“已撤回”，处理结果应为“其他（申请人撤回）”，也可以不填。')];
  if (state !== 'abandoned' || outcome === undefined) return [];
  if (outcome === 'other.feeOverdue')
    return openFee(values) ? [] : [fault('feeOn', '逾期不缴费的，请填写收费通知日期，缴费日期应为空。')];
  if (outcome !== 'other.correctionOverdue')
    return [fault('outcome', '状态是“视为放弃”，处理结果应为逾期不补正或者逾期不缴费。')];
  if (!openCorrection(values))
    return [fault('correctionOn', '逾期不补正的，请填写补正告知日期和补正期限，收到补正日期应为空。')];
  return endedOn !== undefined && correctionDue !== undefined && endedOn <= correctionDue
    ? [fault('endedOn', `补正期限${correctionDue}届满之后才能视为放弃。请核对日期。`)]
    : [];
};

const rules: readonly Rule[] = [
  pairs,
  days,
  identity,
  contact,
  needsView,
  extension,
  open,
  end,
  answerOnly,
  abandoned,
];

/** What does not fit together in a line, every fault by its column. */
export const checkRow = (values: RowValues, today: Day): readonly RowFault[] =>
  rules.flatMap((rule) => rule(values, today));

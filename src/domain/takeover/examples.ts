import { type Day, dayNumber, type WorkdayTable, yearOf } from '../workday/index.ts';
import { takenOutcomeName, takenStateNames } from './choices.ts';
import type { ColumnId } from './columns.ts';

/** A line as somebody would fill it in. */
export type ExampleRow = { readonly [K in ColumnId]?: string };

const person = { kind: '自然人', phone: '13800001234' };

/** The working day so many before `today`, after it where negative. */
const back =
  (today: Day, table: WorkdayTable) =>
  (days: number): Day =>
    table.dayOf(table.dayOfCount(table.upTo(dayNumber(today)) - days)!);

type Back = ReturnType<typeof back>;

const running = (day: Back): readonly ExampleRow[] => [
  {
    receivedOn: day(5),
    channel: '当面提交',
    ...person,
    name: '王小明',
    identityType: '居民身份证',
    identityNumber: '11010519491231002X',
    content: '2025年度农村公路养护计划',
    form: '纸质复印件',
    way: '邮寄',
    address: '云岫县芦汀镇芦花路12号',
    state: takenStateNames.running,
  },
  {
    receivedOn: day(12),
    channel: '网上提交',
    ...person,
    name: '林晓月',
    content: '镇里修路的全部材料',
    state: takenStateNames.waiting,
    correctionOn: day(8),
    correctionDue: day(-7),
  },
  {
    receivedOn: day(15),
    channel: '邮寄（挂号、特快等需签收）',
    kind: '商业企业',
    name: '云岫县江河建材有限公司',
    email: 'office@jianghe.example',
    content: '砂石采购项目的中标合同',
    form: '电子数据',
    way: '电子邮件',
    state: takenStateNames.running,
    unit: '经济发展办公室',
    asked: '第三方',
    askedOn: day(10),
    askReceivedOn: day(8),
  },
  {
    receivedOn: day(22),
    channel: '电子邮件',
    ...person,
    name: '赵立春',
    content: '征地补偿安置方案和补偿款发放明细',
    state: takenStateNames.running,
    unit: '自然资源所',
    extendedOn: day(4),
    extendedBy: '15',
  },
];

const closed = (day: Back, year: number): readonly ExampleRow[] => [
  {
    receivedOn: day(60),
    channel: '邮寄（平常信函）',
    kind: '法律服务机构',
    name: '青石律师事务所',
    phone: '0990-1234567',
    content: '某企业的环境影响评价审批材料',
    state: takenStateNames.closed,
    asked: '第三方',
    askedOn: day(55),
    askReceivedOn: day(53),
    heardOn: day(45),
    view: '不同意公开',
    endedOn: day(35),
    outcome: takenOutcomeName('partial'),
    letterNumber: `芦政公开〔${year}〕5号`,
    delivery: '邮寄送达',
    proof: '挂号信 XA00012345644',
  },
  {
    receivedOn: day(18),
    channel: '工作机构传真',
    ...person,
    name: '周宁',
    content: '1998年村级道路集资花名册',
    state: takenStateNames.sent,
    endedOn: day(2),
    outcome: takenOutcomeName('unavailable.notExisting'),
    letterNumber: `芦政公开〔${year}〕9号`,
    delivery: '直接送达',
  },
  {
    receivedOn: day(70),
    channel: '网上提交',
    ...person,
    name: '何清',
    content: '有关文件',
    state: takenStateNames.abandoned,
    correctionOn: day(66),
    correctionDue: day(51),
    endedOn: day(50),
    outcome: takenOutcomeName('other.correctionOverdue'),
  },
  {
    receivedOn: day(30),
    channel: '口头提出',
    ...person,
    name: '孙兰',
    content: '低保审核结果公示',
    state: takenStateNames.withdrawn,
    endedOn: day(25),
  },
];

/** Received in the year before and answered in this one: 上年结转. */
function carried(today: Day): readonly ExampleRow[] {
  const year = yearOf(today);
  if (today < `${year}-02-01`) return [];
  return [
    {
      receivedOn: `${year - 1}-12-15`,
      channel: '当面提交',
      ...person,
      name: '吴桂芬',
      content: '镇财政上一年度预算执行情况',
      state: takenStateNames.closed,
      endedOn: `${year}-01-08`,
      outcome: takenOutcomeName('granted.provided'),
      letterNumber: `芦政公开〔${year}〕1号`,
      delivery: '直接送达',
      proof: '送达回证',
    },
  ];
}

/** Lines that show how each state is filled in, with days around `today`. */
export function exampleRows(today: Day, table: WorkdayTable): readonly ExampleRow[] {
  const day = back(today, table);
  const year = yearOf(today);
  const rows = [...carried(today), ...closed(day, year), ...running(day)];
  return [...rows]
    .sort((a, b) => a.receivedOn!.localeCompare(b.receivedOn!))
    .map((row, index) => ({ number: `${year}-${String(index + 1).padStart(4, '0')}`, ...row }));
}

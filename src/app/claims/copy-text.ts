import { type ApplicationForm, itemTitle } from '../../domain/application/application-form.ts';
import { identityNames } from '../../domain/application/identity.ts';
import { phaseNames } from '../../domain/application/phases.ts';
import { applicantKindNames } from '../../law/applicants.ts';
import { provisionForms, provisionWays } from '../../law/intake.ts';
import { letterKindOf } from '../../law/letters.ts';
import { usualRetention } from '../../law/retention.ts';
import type { CaseFileRow, LetterRow } from '../../store/application-letters.ts';
import { caseFileKindNames, fileNameOf } from '../applications/case-files.ts';
import { type CaseRecord, formOf } from '../applications/case-record.ts';
import { shanghaiDay } from '../calendar-years.ts';

/** Files that come from the applicant, whoever put them in. */
const own: ReadonlySet<CaseFileRow['kind']> = new Set([
  'identity',
  'authorisation',
  'application',
  'correction',
]);

const line = (label: string, value: string | null | undefined): string => `${label}：${value || '未填写'}`;

type Part = readonly [title: string, lines: readonly string[]];

const aboutApplication = ({ row, state }: CaseRecord, agency: string): Part => [
  '申请',
  [
    line('受理机关', agency),
    line('申请编号', row.receipt_number),
    line('登记编号', state.number),
    line('提交日期', state.submittedOn),
    line('收到日期', state.receivedOn),
    line('办理情况', phaseNames[state.phase]),
  ],
];

const aboutPerson = ({ applicant, contact, agent, needsHelp }: ApplicationForm, tells: boolean): Part => [
  '您的信息',
  [
    line('类别', applicantKindNames[applicant.kind]),
    line('姓名或者名称', applicant.name),
    line(identityNames[applicant.identity.type], applicant.identity.number),
    line('联系人', applicant.contactPerson),
    line('电话', contact.phone),
    line('电子邮箱', contact.email),
    line('通信地址', contact.address),
    ...(agent === null
      ? []
      : [
          line('代理人', agent.name),
          line('代理人证件号码', agent.identity.number),
          line('代理人电话', agent.phone),
        ]),
    line('需要协助', needsHelp ? '是' : '否'),
    line('进展邮件', tells ? '发送' : '不发送'),
  ],
];

const aboutItems = ({ items, form, way }: ApplicationForm): Part => [
  '您申请的内容',
  [
    ...items.map((item, n) =>
      line(`第${n + 1}项`, [itemTitle(item), item.description].filter(Boolean).join('；')),
    ),
    line('提供方式', provisionForms[form]),
    line('获取途径', provisionWays[way]),
  ],
];

const aboutKeeping: Part = [
  '处理的目的和保存',
  [
    '目的：办理政府信息公开申请，送达答复，应对行政复议和诉讼。加密保存，查看逐次记录。',
    `保存：归档次年起${usualRetention.answered.years}年（经过复议、诉讼的${usualRetention.disputed.years}年）为系统默认，机关可以另行设定。${usualRetention.answered.doubt}`,
  ],
];

/** What is kept of an applicant in a case, in words: what he wrote, what he sent in, what he was sent. */
export function copyText(
  record: CaseRecord,
  agency: string,
  {
    letters,
    files,
    at,
  }: {
    readonly letters: readonly LetterRow[];
    readonly files: readonly CaseFileRow[];
    readonly at: Date;
  },
): string {
  const form = formOf(record);
  const given = files
    .filter(({ kind }) => own.has(kind))
    .map(
      (file) =>
        `${fileNameOf(record, file)}（${caseFileKindNames[file.kind]}，${shanghaiDay(file.added_at)}）`,
    );
  const sent = letters
    .filter(({ status, kind }) => status === 'sent' && letterKindOf(kind).to === 'applicant')
    .map(({ kind, number, sent_on }) => `${letterKindOf(kind).title} ${number ?? ''} ${sent_on}`);
  const parts: readonly Part[] = [
    aboutApplication(record, agency),
    aboutPerson(form, record.row.tells),
    aboutItems(form),
    ['您提交的文件', given],
    ['发给您的文书', sent],
    aboutKeeping,
  ];
  const body = parts.map(([title, lines]) =>
    [`【${title}】`, ...(lines.length === 0 ? ['无'] : lines)].join('\r\n'),
  );
  return `\uFEFF个人信息副本\r\n生成日期：${shanghaiDay(at)}\r\n\r\n${body.join('\r\n\r\n')}\r\n`;
}

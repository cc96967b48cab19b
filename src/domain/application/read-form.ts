import { type ApplicantKind, applicantKinds } from '../../law/applicants.ts';
import { type CorrectionCauseId, provisionForms, provisionWays } from '../../law/intake.ts';
import type { Refusal } from '../refusal.ts';
import type { Agent, ApplicationForm, RequestedItem } from './application-form.ts';
import { type IdentityType, identityHolds, identityNames } from './identity.ts';
import { blank, no } from './refusing.ts';

/** What is wrong with a field, and the 补正 it would be a cause of when it came on paper. */
export interface FieldRefusal {
  readonly field: string;
  readonly refusal: Refusal;
  readonly cause: CorrectionCauseId | null;
}

type Shape = Readonly<Record<string, unknown>>;
const shape = (value: unknown): Shape =>
  typeof value === 'object' && value !== null ? (value as Shape) : {};
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const orNull = (value: unknown): string | null => text(value) || null;

const known: Readonly<Record<string, readonly string[]>> = {
  '': ['applicant', 'contact', 'agent', 'items', 'form', 'way', 'needsHelp', 'tells'],
  applicant: ['kind', 'name', 'identity', 'contactPerson'],
  contact: ['phone', 'email', 'address'],
};
const longest = 2_000;
const mostItems = 50;

const applicantArticle = '第二十九条第二款第（一）项';
const informationArticle = '第二十九条第二款第（二）项';
const formArticle = '第二十九条第二款第（三）项';

class Findings {
  readonly found: FieldRefusal[] = [];

  add(field: string, message: string, article: string, cause: CorrectionCauseId | null = null): void {
    this.found.push({ field, refusal: no('form', message, article, { field }), cause });
  }
}

/** 第二十九条 is all that may be asked; a field beyond it is refused, the purpose above all. */
function excess(value: Shape, findings: Findings): void {
  for (const [part, names] of Object.entries(known))
    for (const name of Object.keys(part === '' ? value : shape(value[part])))
      if (!names.includes(name))
        findings.add(
          part === '' ? name : `${part}.${name}`,
          '申请表只收集条例第二十九条规定的内容，不得要求填写用途等其他内容。',
          '第二十九条第二款',
        );
}

function readIdentity(value: unknown, field: string, findings: Findings) {
  const { type, number } = shape(value);
  const known = text(type) in identityNames ? (text(type) as IdentityType) : null;
  const digits = text(number).replace(/\s/g, '').toUpperCase();
  if (known === null || digits === '')
    findings.add(field, '请选择身份证明的种类并填写号码。', applicantArticle, 'identityUnclear');
  else if (!identityHolds(known, digits))
    findings.add(
      field,
      `${identityNames[known]}的号码不正确。请对照证件核对每一位。`,
      applicantArticle,
      'identityUnclear',
    );
  return { type: known ?? ('otherDocument' as const), number: digits };
}

function readApplicant(value: unknown, findings: Findings): ApplicationForm['applicant'] {
  const { kind, name, identity, contactPerson } = shape(value);
  const known = applicantKinds.find((each) => each === kind);
  if (known === undefined) findings.add('applicant.kind', '请选择申请人的类别。', applicantArticle);
  if (text(name) === '')
    findings.add('applicant.name', '请填写申请人的姓名或者名称。', applicantArticle, 'identityUnclear');
  return {
    kind: known ?? ('otherOrg' as ApplicantKind),
    name: text(name),
    identity: readIdentity(identity, 'applicant.identity', findings),
    contactPerson: orNull(contactPerson),
  };
}

function readContact(value: unknown, findings: Findings): ApplicationForm['contact'] {
  const { phone, email, address } = shape(value);
  const contact = { phone: orNull(phone), email: orNull(email), address: orNull(address) };
  if (contact.phone === null && contact.email === null && contact.address === null)
    findings.add(
      'contact',
      '请至少填写一种联系方式：电话、电子邮箱或者通信地址。',
      applicantArticle,
      'contactUnclear',
    );
  if (contact.email !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact.email))
    findings.add(
      'contact.email',
      '电子邮箱的写法不正确，例如 name@example.cn。',
      applicantArticle,
      'contactUnclear',
    );
  if (contact.phone !== null && !/^[+()\d\s-]{7,20}$/.test(contact.phone))
    findings.add(
      'contact.phone',
      '电话号码的写法不正确。请只填数字，可带区号。',
      applicantArticle,
      'contactUnclear',
    );
  return contact;
}

function readAgent(value: unknown, findings: Findings): Agent | null {
  if (value === null || value === undefined) return null;
  const { name, identity, phone, authorised } = shape(value);
  if (text(name) === '')
    findings.add('agent.name', '请填写代理人的姓名。', applicantArticle, 'authorisationMissing');
  if (authorised !== true)
    findings.add(
      'agent.authorised',
      '委托他人代为申请的，请附授权委托书，以及委托人和受托人的身份证明。',
      applicantArticle,
      'authorisationMissing',
    );
  return {
    name: text(name),
    identity: readIdentity(identity, 'agent.identity', findings),
    phone: orNull(phone),
    authorised: authorised === true,
  };
}

function readItems(value: unknown, findings: Findings): readonly RequestedItem[] {
  const list = Array.isArray(value) ? value.map(shape) : [];
  const items = list.map(({ name, documentNumber, description }) => ({
    name: orNull(name),
    documentNumber: orNull(documentNumber),
    description: orNull(description),
  }));
  if (items.length === 0)
    findings.add('items', '请写明要申请公开的政府信息。', informationArticle, 'contentUnclear');
  if (items.length > mostItems)
    findings.add('items', `一份申请最多写${mostItems}项，其余请另行提交。`, informationArticle);
  items.forEach((item, index) => {
    const field = `items.${index}`;
    const all = [item.name, item.documentNumber, item.description];
    if (all.every(blank))
      findings.add(
        field,
        '请填写政府信息的名称、文号或者便于查询的其他特征性描述，填一项即可。',
        informationArticle,
        'contentUnclear',
      );
    if (all.some((each) => (each?.length ?? 0) > longest))
      findings.add(
        field,
        `每一项请不超过${longest}字，其余内容请在提交后从“办理进度”补充。`,
        informationArticle,
      );
  });
  return items;
}

/** Post needs an address, e-mail an e-mail address (第二十九条第二款第（三）项: 途径). */
function readProvision(value: Shape, contact: ApplicationForm['contact'], findings: Findings) {
  const form = text(value.form) as ApplicationForm['form'];
  const way = text(value.way) as ApplicationForm['way'];
  if (!(form in provisionForms))
    findings.add('form', '请选择获取信息的方式：纸质、电子数据、查阅或者抄录。', formArticle, 'formUnclear');
  if (!(way in provisionWays)) findings.add('way', '请选择获取信息的途径。', formArticle, 'formUnclear');
  if (way === 'post' && contact.address === null)
    findings.add('contact.address', '选择邮寄的，请填写通信地址。', formArticle, 'formUnclear');
  if (way === 'email' && contact.email === null)
    findings.add('contact.email', '选择电子邮件的，请填写电子邮箱。', formArticle, 'formUnclear');
  return { form, way };
}

/** Telling of progress is a service beside the law: whoever wants it gives an address for it. */
function readTells({ tells }: Shape, { email }: ApplicationForm['contact'], findings: Findings): boolean {
  if (tells === true && email === null)
    findings.add('contact.email', '要用电子邮件接收进展的，请填写电子邮箱。', applicantArticle);
  return tells === true && email !== null;
}

/**
 * An application form out of what was sent. On the portal every finding is shown before sending. For a paper that came
 * by post the clerk takes it with what it has: an application is never refused for what it lacks, it is a cause of 补正
 * (第三十条).
 */
export function readForm(value: unknown): {
  readonly form: ApplicationForm;
  readonly findings: readonly FieldRefusal[];
} {
  const given = shape(value);
  const findings = new Findings();
  excess(given, findings);
  const applicant = readApplicant(given.applicant, findings);
  const contact = readContact(given.contact, findings);
  const form: ApplicationForm = {
    applicant,
    contact,
    agent: readAgent(given.agent, findings),
    items: readItems(given.items, findings),
    ...readProvision(given, contact, findings),
    needsHelp: given.needsHelp === true,
    tells: readTells(given, contact, findings),
  };
  return { form, findings: findings.found };
}

/** What a notice of 补正 would have to ask for, once and all together. */
export const correctionCausesOf = (findings: readonly FieldRefusal[]): readonly CorrectionCauseId[] => [
  ...new Set(findings.flatMap(({ cause }) => (cause === null ? [] : [cause]))),
];

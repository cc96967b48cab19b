import type { RoleId } from '../../src/app/policy/roles.ts';
import { superior } from './marked-county.ts';
import type { Mark, SecretField } from './marks.ts';

/** Who takes part in a case of the office (条例第四条, 第十七条, 第三十三条); nobody else is shown anything of it. */
export const takingPart: readonly RoleId[] = [
  'contributor',
  'legalReviewer',
  'secrecyReviewer',
  'approver',
  'disclosureOffice',
  'caseHandler',
  'officeHead',
];
/** Who sees the register of reviews and suits: supervision too (第四十六条). */
const ofAppeals: readonly RoleId[] = [
  'disclosureOffice',
  'caseHandler',
  'legalReviewer',
  'approver',
  'officeHead',
  'supervisor',
];

interface Due {
  readonly where: RegExp;
  readonly roles: readonly RoleId[];
  readonly fields: readonly SecretField[];
}

export const listed: readonly SecretField[] = ['content', 'organisation', 'receipt', 'id'];
const handled: readonly SecretField[] = [
  ...listed,
  'fileName',
  'party',
  'explanation',
  'correction',
  'answer',
  'opinion',
  'confirmation',
];
/**
 * Whose page may show which field of a case of the own agency. What is not in this table is shown to nobody by any
 * address: who asks, his number and how to reach him only to somebody who says what for, by sending a form.
 */
const due: readonly Due[] = [
  { where: /^\/office\/?$/, roles: takingPart, fields: listed },
  { where: /^\/office\/search$/, roles: takingPart, fields: listed },
  {
    where: /^\/office\/applications(?:\/(?:all|cell|calendar|holders|late|proposals))?(?:\/export\.xlsx)?$/,
    roles: takingPart,
    fields: listed,
  },
  { where: /^\/office\/applications\/[0-9a-f-]{36}(?:\/[a-z-]+)?$/, roles: takingPart, fields: handled },
  {
    where: /^\/office\/applications\/[0-9a-f-]{36}\/(?:letters\/.+|approve|wording)$/,
    roles: takingPart,
    fields: [...handled, 'name', 'consulted', 'partyContact'],
  },
  {
    where: /^\/office\/applications\/[0-9a-f-]{36}\/files\/.+$/,
    roles: takingPart,
    fields: ['fileName', 'fileContent'],
  },
  {
    where: /^\/office\/applications\/groups\/.+$/,
    roles: takingPart,
    fields: [...listed, 'answer', 'opinion', 'fileName'],
  },
  {
    where: /^\/office\/claims\/[0-9a-f-]{36}\/letter\.(?:pdf|docx)$/,
    roles: ['disclosureOffice', 'caseHandler'],
    fields: [...listed, 'answer', 'name'],
  },
  {
    where: /^\/office\/claims(?:\/.+)?$/,
    roles: ['disclosureOffice', 'caseHandler', 'legalReviewer', 'approver', 'officeHead'],
    fields: ['content', 'organisation', 'receipt', 'id', 'fileName', 'fileContent', 'answer'],
  },
  { where: /^\/office\/appeals(?:\/.+)?$/, roles: ofAppeals, fields: ['appeal', 'id'] },
];
/** The applicant, on the pages that number and code open, and of his own case alone; names masked on the page. */
const dueToApplicant: readonly Omit<Due, 'roles'>[] = [
  {
    where:
      /^\/track\/(?:case|correction|reasons|suggestion|withdraw|file|news|rectify|data-copy|data-deletion)$/,
    fields: ['receipt', 'content', 'id', 'explanation', 'answer'],
  },
  {
    where: /^\/track\/copy\.txt$/,
    fields: [
      'receipt',
      'content',
      'organisation',
      'name',
      'identity',
      'contactPerson',
      'phone',
      'email',
      'address',
      'agent',
      'fileName',
      'correction',
    ],
  },
  {
    where: /^\/track\/letters\/.+$/,
    fields: ['name', 'organisation', 'content', 'explanation', 'correction', 'answer', 'receipt'],
  },
];
/** An auditor sees on what somebody acted, by its id and number alone, in the own agency and below. */
export const audited = /^\/office\/audit(?:\/|$)/;

/** Somebody who comes to the site. */
export type Who =
  | { readonly kind: 'public' }
  | { readonly kind: 'applicant'; readonly of: string }
  | { readonly kind: 'person'; readonly role: RoleId; readonly agency: string; readonly accountId: string };

/** Whether a page may show the one who asks for it that field of that case. */
export function isDue(who: Who, path: string, { agency, case: of, field }: Mark): boolean {
  if (who.kind === 'public') return false;
  if (who.kind === 'applicant')
    return (
      who.of === of && dueToApplicant.some(({ where, fields }) => where.test(path) && fields.includes(field))
    );
  if (who.role === 'auditor' && audited.test(path) && (field === 'id' || field === 'receipt'))
    return who.agency === agency || who.agency === superior;
  return (
    who.agency === agency &&
    due.some(
      ({ where, roles, fields }) => where.test(path) && roles.includes(who.role) && fields.includes(field),
    )
  );
}

/** Whether somebody of the own office could do more with a form than be refused. */
export const takesPart = (role: RoleId): boolean => takingPart.includes(role) || ofAppeals.includes(role);

import type { GroupAct } from '../../../domain/application/group.ts';
import type { PolicyRow } from '../policy.ts';
import { applicationRows } from './applications.ts';

/**
 * An act on a group of applications is due to whom the same act on one of them is, and kept apart from the same acts:
 * on the group, and on the application itself when it is carried there. A group has no one phase; each application has.
 */
const whole = <A extends Exclude<GroupAct, 'addEnclosure'>>(id: A) => {
  const { label, roles, basis, apartFrom }: PolicyRow = applicationRows.find(
    ({ act }) => act === `application.${id}`,
  )!;
  return {
    act: `applicationGroup.${id}`,
    label: `整组${label}`,
    roles,
    at: ['own'] as PolicyRow['at'],
    ...(basis === undefined ? {} : { basis }),
    ...(apartFrom === undefined
      ? {}
      : { apartFrom: apartFrom.map((act) => act.replace('application.', 'applicationGroup.')) }),
  } as const;
};

const { roles: clerk } = applicationRows.find(({ act }) => act === 'application.register')!;
const { roles: office } = applicationRows.find(({ act }) => act === 'application.draft')!;
const { roles: involved } = applicationRows.find(({ act }) => act === 'application.read')!;

/** Applications of one content, handled together. */
export const groupRows = [
  whole('register'),
  whole('consentExtension'),
  whole('extend'),
  whole('draft'),
  { act: 'applicationGroup.addEnclosure', label: '整组添加附件', roles: office, at: ['own'] },
  whole('submitForReview'),
  whole('reviewLegal'),
  whole('reviewSecrecy'),
  whole('return'),
  whole('approve'),
  whole('send'),
  whole('proveDelivery'),
  whole('close'),
  whole('archive'),
  { act: 'applicationGroup.read', label: '查看同一内容的申请', roles: involved, at: ['own'] },
  { act: 'applicationGroup.takeOut', label: '移出本组单独办理', roles: clerk, at: ['own'] },
  {
    act: 'applicationGroup.carry',
    label: '把整组办理落到每一件',
    roles: [],
    at: [],
    outside: ['system', 'terminal'],
  },
] as const satisfies readonly PolicyRow[];

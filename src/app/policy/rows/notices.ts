import type { PolicyRow } from '../policy.ts';

/** Notices to people and the robot of an agency's group; work that goes to the next person on its day. */
export const noticeRows = [
  { act: 'notice.read', label: '查看自己的通知', roles: [], at: [], self: true },
  { act: 'notice.choose', label: '选择自己的通知方式', roles: [], at: [], self: true },
  {
    act: 'webhook.read',
    label: '查看群机器人',
    roles: ['systemAdministrator'],
    at: ['own', 'subordinate'],
  },
  {
    act: 'webhook.change',
    label: '设置群机器人',
    roles: ['systemAdministrator'],
    at: ['own', 'subordinate'],
  },
  { act: 'notice.send', label: '发送通知', roles: [], at: [], outside: ['system'] },
  {
    act: 'handover.carryOut',
    label: '到期移交待办',
    roles: [],
    at: [],
    outside: ['system', 'terminal'],
  },
] as const satisfies readonly PolicyRow[];

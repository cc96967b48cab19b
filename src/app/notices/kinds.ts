/** What people are told of, in words; a part adds its own. The words hold for everybody: nothing personal. */
export const noticeKinds = {
  'work.digest': { label: '每日到期提醒', title: '有事项临近期限' },
  'role.granted': { label: '角色变动', title: '角色有变动' },
  'application.dueChanged': { label: '期限变化', title: '放假安排有变，申请的答复期限改变' },
  'work.handedOver': { label: '工作交接', title: '有工作移交到您名下' },
} as const;

export type NoticeKind = keyof typeof noticeKinds;
export const noticeKindIds = Object.keys(noticeKinds) as NoticeKind[];
export const isNoticeKind = (text: string): text is NoticeKind => Object.hasOwn(noticeKinds, text);

export const titleOf = (kind: string): string =>
  isNoticeKind(kind) ? noticeKinds[kind].title : '有新的通知';

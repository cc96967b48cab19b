import { type IdentityCheck, identityChecks } from '../domain/application/identity.ts';
import { policyRow } from './policy/index.ts';
import { isRoleId, roles } from './policy/roles.ts';

/** Every kind of event in words, for the pages of the record: one line a kind, in the past, as a clerk says it. */
export const eventWords = {
  'access.sealed': '封存查阅记录',
  'account.calendarChanged': '更换或停用自己的日历地址',
  'account.contactChanged': '修改自己的联系方式',
  'account.created': '建立账号',
  'account.disabled': '停用账号',
  'account.enabled': '恢复账号',
  'account.passwordChanged': '修改自己的口令',
  'account.passwordReset': '重置口令',
  'account.secondFactorOff': '停用动态口令',
  'account.secondFactorOn': '启用动态口令',
  'account.secondFactorReset': '解除他人的动态口令',
  'agency.closed': '撤销机关',
  'agency.contactsChanged': '修改工作机构联系方式',
  'agency.created': '设立机关',
  'agency.kindChanged': '修改机关类别',
  'agency.letterSettingsChanged': '修改文书设置',
  'agency.merged': '并入其他机关',
  'agency.moved': '调整隶属',
  'agency.received': '接收并入的机关',
  'agency.renamed': '机关更名',
  'agency.subjectAdded': '添加主题词',
  'agency.subjectRemoved': '删除主题词',
  'agency.subordinateAdded': '新增下级机关',
  'agency.succeeded': '承接撤并机关的档案',
  'annualReport.imported': '导入年度报告',
  'annualReport.rechecked': '重新检查年度报告',
  'appeal.changed': '登记复议、诉讼经过',
  'appeal.concluded': '登记复议、诉讼结果',
  'appeal.corrected': '更正复议、诉讼登记',
  'appeal.fileAdded': '添加复议、诉讼文件',
  'appeal.registered': '登记复议、诉讼',
  'application.dueChanged': '期限随放假安排改变',
  'application.codeRenewed': '更换查询码',
  'application.dossierMade': '导出案卷',
  'application.fileAdded': '添加申请材料',
  'application.handedOver': '移交申请',
  'application.letterEdited': '修改文书拟稿',
  'application.noticeProven': '登记通知的送达凭证',
  'application.sentAgain': '重复提交申请',
  'application.takenOver': '移入案件',
  'applicationGroup.takenOut': '移出同组单独办理',
  'archive.exported': '导出机关档案',
  'archive.imported': '导入机关档案',
  'audit.anchored': '留存下级记录的摘要',
  'calendar.yearLoaded': '载入放假安排',
  'claim.answered': '答复更正、个人信息请求',
  'claim.codeRenewed': '更换更正请求的查询码',
  'claim.entered': '录入更正请求',
  'claim.submitted': '收到更正、个人信息请求',
  'destruction.confirmed': '批准销毁个人信息',
  'destruction.drawn': '列出到期的案卷',
  'destruction.proposed': '提请销毁个人信息',
  'membership.ended': '收回角色',
  'membership.granted': '授予角色',
  'membership.handedOver': '交接工作',
  'membership.workHandedOver': '移交待办',
  'notice.chosen': '修改通知方式',
  'notice.read': '查看通知',
  'retention.held': '从销毁清单中保留',
  'retention.planSet': '设定保管期限',
  'retention.released': '解除保留',
  'seal.added': '启用印章图样',
  'seal.ended': '停用印章图样',
  'session.ended': '结束登录',
  'takeover.done': '完成移入',
  'takeover.dropped': '放弃移入的文件',
  'takeover.prepared': '上传移入的文件',
  'view.changed': '修改自己的列表视图',
  'view.dropped': '删除自己的列表视图',
  'view.kept': '保存自己的列表视图',
  'webhook.changed': '修改群机器人',
} as const;

/** An act in words; what the policy no longer has keeps its name. */
export const wordsOfAct = (act: string): string => policyRow(act)?.label ?? act;

/** What an act that gives its own name to its event is called stands in the policy. */
export const wordsOfEvent = (kind: string): string =>
  Object.hasOwn(eventWords, kind) ? eventWords[kind as keyof typeof eventWords] : wordsOfAct(kind);

const reasons: Readonly<Record<string, string>> = {
  'policy.noRow': '权限表中没有',
  'policy.role': '没有这个角色',
  'policy.agency': '不在管辖范围',
  'policy.phase': '环节不符',
  'policy.self': '不能对自己办理',
  'policy.apart': '职责分离',
};
export const wordsOfRefusal = (code: string): string => reasons[code] ?? code;

const factWords: Readonly<Record<string, string>> = {
  accounts: '账号',
  active: '启用',
  answered: '已答复归档（年）',
  disputed: '经过复议诉讼（年）',
  ended: '撤回等（年）',
  cases: '件数',
  claims: '更正请求',
  appeals: '复议诉讼',
  version: '第几个',
  checked: '核对身份',
  held: '保留件数',
  reason: '理由',
  result: '结果',
  changed: '更正的事项',
  reference: '文号',
  agencies: '机关',
  day: '日期',
  deputyOf: '代理',
  documents: '文件数',
  edition: '版次',
  errors: '错误',
  files: '文件',
  from: '从',
  given: '已填',
  group: '组',
  hash: '摘要',
  items: '待办',
  kind: '类别',
  lastDay: '最后一日',
  list: '列表',
  mail: '填写邮箱',
  makesRegulations: '规章制定权',
  members: '件数',
  name: '名称',
  pages: '页数',
  role: '角色',
  roles: '任职',
  rows: '条数',
  seq: '序号',
  sha256: '文件摘要',
  shows: '截至',
  signer: '签名',
  slug: '代码',
  source: '来源',
  subordinates: '下级',
  successor: '承接',
  superior: '上级',
  to: '到',
  username: '登录名',
  warnings: '提示',
  word: '主题词',
  year: '年度',
};

function valueWords(key: string, value: unknown): string {
  if (value === null || value === undefined) return '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map((each) => valueWords(key, each)).join('、');
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  if ((key === 'role' || key === 'roles') && isRoleId(text)) return roles[text].label;
  if (key === 'checked' && text in identityChecks) return identityChecks[text as IdentityCheck];
  return /^[0-9a-f]{64}$/.test(text) ? `${text.slice(0, 12)}…` : text;
}

const order = Object.keys(factWords);
/** JSON keeps no order: facts stand in the order of the words, what has none last. */
const placeOf = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);

/** The facts of an event as one line: 角色：审批人；起：2026-11-28. */
export const wordsOfFacts = (facts: Readonly<Record<string, unknown>>): string =>
  Object.entries(facts)
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .map(([key, value]) => `${factWords[key] ?? key}：${valueWords(key, value)}`)
    .join('；');

/** Whoever acts without being a person, in words. */
export const outsideActors: Readonly<Record<string, string>> = {
  system: '系统自动',
  terminal: '服务器命令行',
  public: '公众',
};

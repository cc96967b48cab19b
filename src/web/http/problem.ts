/** RFC 9457 problem, the same as JSON and as a page. */
export interface Problem {
  readonly type: string;
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 414 | 422 | 429 | 500 | 503;
  readonly title: string;
  readonly detail: string;
}

const table = {
  badRequest: [400, '地址中的条件不对', '请回到列表重新选择条件，或者检查地址中的参数。'],
  badCursor: [400, '翻页的位置已失效', '请回到列表第一页重新翻看。'],
  foreignForm: [
    403,
    '没有提交成功',
    '这份表格不是从本平台的页面提交的，没有办理。请从本平台打开页面后重新填写。',
  ],
  staleForm: [403, '页面已经过期', '登录情况在填写期间有变化，没有办理。请重新打开页面，核对后再提交。'],
  signedOut: [401, '需要登录', '请登录后再办理。'],
  forbidden: [
    403,
    '没有办理此事的权限',
    '当前账号的角色不能办理此事。请由有权限的人员办理，或向安全管理员申请角色。',
  ],
  tooLarge: [413, '提交的内容过大', '请减少一次提交的内容，或把附件压缩、拆分后再提交。'],
  tooMany: [429, '提交过于频繁', '从这个网络地址提交的次数较多，请过一小时再试，或者到受理机关当面提交。'],
  notFound: [404, '没有这个页面', '地址可能写错，或者页面已经移走。请从首页或全部年报进入。'],
  agencyNotFound: [404, '没有这个机关', '本平台没有以此为代码的机关。请在全部年报中按名称查找。'],
  reportNotFound: [
    404,
    '没有这一年的年度报告',
    '本平台没有收到该机关这一年的年度报告。请查看该机关的其他年度。',
  ],
  ruleNotFound: [404, '没有这条规则', '规则的编号或名称可能写错。请在检查规则中查找。'],
  fileNotFound: [404, '没有保存原文件', '这份年度报告的原文件没有保存在本平台，可以下载它的数据。'],
  pdfUnavailable: [503, '暂时不能生成 PDF', '请改为下载 Word 文件，内容相同。'],
  methodNotAllowed: [405, '此页面只供查看', '此地址只接受查看，不接受提交。'],
  queryTooLong: [414, '地址过长', '检索的内容请不超过 80 个字。'],
  internal: [500, '系统出错', '请稍后再试。如果仍然出错，请联系政府信息公开工作机构。'],
  unavailable: [503, '系统正在启动或维护', '请稍后再试。'],
} as const satisfies Record<string, readonly [Problem['status'], string, string]>;

export type ProblemId = keyof typeof table;

const kebab = (id: string) => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** One problem of the table; `base` is the path of PUBLIC_URL. */
export function problemOf(id: ProblemId, base: string): Problem {
  const [status, title, detail] = table[id];
  return { type: `${base}/problems/${kebab(id)}`, status, title, detail };
}

/** Thrown by a handler; the app answers with the problem. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly id: ProblemId;
  constructor(id: ProblemId) {
    super(id);
    this.id = id;
  }
}

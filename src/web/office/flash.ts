import type { Flash } from '../theme/office-shell.ts';

/** What a page says after an act, by the code in its address: the words are ours, never the address's. */
const sentences: Readonly<Record<string, string>> = {
  signedOut: '已退出登录。',
  accountCreated: '账号已建立。请把登录名和首次口令当面告诉本人，首次登录时须修改口令。',
  accountDisabled: '账号已停用，已结束其全部登录。',
  accountEnabled: '账号已恢复。',
  passwordReset: '口令已重置。请把新的首次口令当面告诉本人。',
  passwordChanged: '口令已修改，其他设备上的登录已结束。',
  secondFactorOn: '动态口令已启用。下次登录时需要输入验证器上的六位数字。',
  secondFactorOff: '动态口令已停用。',
  secondFactorReset: '动态口令已解除，现有的登录已经结束。本人凭口令登录后可以重新启用。',
  contactChanged: '联系方式已保存。',
  calendarOn: '日历地址已启用，以前的地址从现在起失效。',
  calendarOff: '日历地址已停用。',
  sessionEnded: '登录已结束。',
  roleGranted: '角色已授予。',
  applicationEntered: '申请已录入，没有重复登记。',
  applicationActed: '已办理，并记入办理过程。生成了文书的，在“文书和附件”中下载、打印。',
  groupActed: '已记入整组办理，正在办到每一件。',
  groupTakenOut: '已移出，从当前环节起单独办理。',
  applicationDrafted: '拟稿已保存。内容齐全的已生成答复书；还缺什么，见“答复（拟稿）”。',
  applicationFileAdded: '附件已加密保存。',
  applicationHandedOver: '已移交。',
  disclosureDecided: '决定已登记。',
  casesTakenOver: '已全部移入，期限从今天起接着算。',
  takeoverDropped: '已放弃，文件已删除。',
  retentionPlanSet: '保管期限已保存，从下一份清单起适用。',
  destructionDrawn: '清单已列出，还没有删除任何内容。请逐件核对。',
  destructionChanged: '清单已保存。',
  destructionProposed: '已提请批准。批准前不会删除。',
  destructionDone: '已批准并销毁，销毁清册已生成。',
  claimAnswered: '已答复，结果已显示在对方的查询页。',
  appealSaved: '已保存。',
  roleEnded: '角色已收回，自今日起失效。',
  handedOver: '已交接。接手的人会收到通知。',
  noticesRead: '已全部标为已读。',
  noticesChosen: '通知方式已保存。',
  webhookSaved: '群机器人已保存。',
  webhookRemoved: '群机器人已停用。',
  agencyCreated: '机关已设立。',
  agencyChanged: '已保存。',
  subjectAdded: '主题词已添加，申请人提交之前会看到。',
  subjectRemoved: '主题词已删除。',
  contactsSaved: '联系方式已保存。',
  agencyEnded: '已办理撤并，公开页面已指向承接的机关。',
  viewKept: '视图已保存。以后从列表上方的“视图”打开，也可以收藏这个网址。',
  viewChanged: '视图已更新。',
  viewDropped: '视图已删除，列表本身没有变化。',
  viewGone: '没有这个视图，可能已经删除。现在显示的是列表原来的样子。',
  townshipsMade: '已按区划名录建立。',
};

export const flashOf = (code: string | undefined): Flash | null => {
  const text = code === undefined || !Object.hasOwn(sentences, code) ? undefined : sentences[code];
  return text === undefined ? null : { tone: 'ok', text };
};

export type FlashCode = keyof typeof sentences;

import { cite } from '../../../law/citation.ts';
import { postOnly } from '../../../law/delivery.ts';
import type { Helps } from './field-help.ts';

const article = (words: string) => cite('tiaoli2019', words);
const reasoned = article('第三十六条');
const service = cite('service2016', '第四部分');

const opinion = { hint: '写明意见或者“同意”；记入办理过程，退回时拟稿人看得到。' };

/** What is asked from the draft to the archive. */
export const answerHelp: Helps = {
  'application.answerOnSpot': {
    on: { hint: '只能是收到申请的当日。', basis: article('第三十三条第一款') },
    answer: { hint: '其他答复应当说明理由，请拟写答复书。', basis: article('第三十三条第一款') },
    title: { hint: '当场提供的填写，照文件标题。', basis: article('第三十六条第（二）项') },
    form: { hint: '照申请人的要求。', basis: article('第四十条') },
    pages: { hint: '知道的填写，用于案卷。' },
    where: {
      hint: '已经主动公开的填写：网址、文件标题或者查阅的地点。',
      basis: article('第三十六条第（一）项'),
    },
    handedTo: { hint: '例如：申请人本人，已看身份证明。加密保存。' },
    cleared: { hint: '当场提供信息的必须勾选。', basis: article('第十七条') },
    letter: { hint: '条例没有要求当场答复出具告知书；申请人需要的勾选，系统编号、生成。' },
  },
  'application.draft': {
    'disclosed.title': { hint: '照文件标题填写；一行一份。', basis: article('第三十六条第（二）项') },
    'disclosed.form': { hint: '照申请人的要求；做不到的，可以换合适的形式。', basis: article('第四十条') },
    'disclosed.way': { hint: '照申请人的要求。', basis: article('第四十条') },
    'disclosed.when': {
      hint: '当面领取、到指定场所或者查阅、抄录的必须写，例如“工作日 9:00 至 11:30”。',
      basis: article('第三十六条第（二）项'),
    },
    'disclosed.pages': { hint: '知道的填写，用于收费核对和案卷。' },
    'withheld.what': {
      hint: '写明是哪一份、哪一部分；能区分的，其余照常公开。',
      basis: article('第三十七条'),
    },
    'withheld.ground': {
      hint: '一项内容选一个依据，条文写进答复书。',
      basis: article('第三十六条第（三）项'),
    },
    'withheld.reasons': {
      hint: '先写查明的事实，再写为什么适用这一条。',
      basis: article('第三十六条第（三）项'),
    },
    'withheld.statute': { hint: '因法律、行政法规禁止公开的填写，写到条、款。', basis: article('第十四条') },
    method: {
      hint: '不选的，按申请人选择的途径。那个途径用不上，或者他改了主意的，在这里改。',
      basis: article('第四十条'),
    },
    'searches.place': {
      hint: '例如“2025年文书档案”“办公系统收文库”。',
      basis: article('第三十六条第（四）项'),
    },
    'searches.on': { hint: '实际检索的日期。' },
    'searches.terms': { hint: '照实写用过的词。' },
    'searches.by': { hint: '检索人的姓名、科室。' },
    'searches.found': { hint: '没有查到的也要写明。' },
    reasons: { basis: reasoned },
    statute: { hint: '写全称和条、款、项。', basis: article('第三十六条第（七）项') },
    where: { basis: reasoned },
    otherUnknown: { hint: '勾选的，下面两项不填。', basis: article('第三十六条第（五）项') },
    otherName: { hint: '能够确定的，告知名称和联系方式。', basis: article('第三十六条第（五）项') },
    otherContact: { hint: '地址、电话或者网址。', basis: article('第三十六条第（五）项') },
    earlierNumber: { hint: '以前答复过的那一件。', basis: article('第三十六条第（六）项') },
    earlierLetter: { hint: '照以前的答复书填写。', basis: article('第三十六条第（六）项') },
    earlierOn: { hint: '以前答复书上的日期。', basis: article('第三十六条第（六）项') },
    otherForm: { basis: article('第四十条') },
    publicInterest: { basis: article('第十五条') },
  },
  'application.reviewLegal': { opinion },
  'application.reviewSecrecy': { opinion: { ...opinion, basis: article('第十七条') } },
  'application.return': { reason: { hint: '写明哪里要改、怎样改；拟稿人在工作台看得到。' } },
  'application.approve': { opinion },
  'application.send': {
    on: { hint: '以这一天判断是否按期答复，照签收单、邮局收据或者发送记录填写。' },
    method: { hint: '照申请人选择的途径；当面领取的选直接送达。', basis: service },
    // 到付: service2016 第三部分.
    carrier: { hint: '邮寄的填写；只能交邮政企业寄递，邮费由本机关付，不能到付。', basis: postOnly },
    proof: { basis: service },
  },
  'application.proveDelivery': {
    proof: { hint: '签收人、挂号号码或者发送记录，照实填写。', basis: service },
  },
  'application.proposeDisclosure': {
    applicants: { hint: '系统按内容相同的申请数出，可以改正。', basis: article('第四十四条第一款') },
    suggested: { hint: '申请人认为应当主动公开并提出建议的。', basis: article('第四十四条第二款') },
  },
  'application.reopen': {
    on: { hint: '本机关收到决定书、判决书的那一天。' },
    decision: { hint: '照决定书、判决书填写。' },
    termDay: { hint: '决定书、判决书写明日期的填写；没有写明履行期限的都不填，按20个工作日。' },
    termLength: { hint: '写明日数的填写，例如“收到本决定之日起15日内”；从收到次日起算，先届满的为准。' },
    termUnit: { hint: '写明“工作日”的选工作日，只写“日”的选自然日。' },
  },
  'application.correctRecord': {
    recordName: { hint: '哪一份材料里的哪一项。', basis: article('第四十一条') },
    evidence: { hint: '申请人提供了什么证明记录不准确。', basis: article('第四十一条') },
    result: { hint: '有权更正且属实的予以更正；无权更正的转送或者告知。', basis: article('第四十一条') },
    agency: { hint: '转送、告知的填写全称。', basis: article('第四十一条') },
    reasons: { hint: '没有发现不准确的填写。' },
  },
  'applicationGroup.return': { reason: { hint: '写明哪里要改；整组退回拟稿人。' } },
  'applicationGroup.proveDelivery': {
    proof: { hint: '同一批发出的凭证；一份不同的，移出本组单独登记。', basis: service },
  },
};

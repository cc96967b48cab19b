import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsOf, told } from '../../../../test/support/claims.ts';

describe('figures on applications', () => {
  it.each<[string, ...string[]]>([
    ['2023年，全县共收到政府信息公开申请128件。', 'receivedAll 128件'],
    ['全年收到政府信息公开申请 3,120 件。', 'receivedAll 3120件'],
    [
      '全年共收到政府信息公开申请60件。全年办结58件，其中予以公开40件、部分公开18件。结转下年度继续办理2件。',
      'receivedAll 60件',
      'concluded 58件',
      'granted 40件',
      'partial 18件',
      'carriedOut 2件',
    ],
    ['全年收到政府信息公开申请３，１２０件。', 'receivedAll 3120件'],
    ['本年新收政府信息公开申请12件，上年结转3件。', 'received 12件', 'carriedIn 3件'],
    ['全年收到12件政府信息公开申请。', 'receivedAll 12件'],
    ['共受理依申请公开事项二十三件。', 'receivedAll 23件'],
    ['收到依申请公开信息三件。', 'receivedAll 3件'],
    ['全年共接收信息公开申请一百零三件。', 'receivedAll 103件'],
    ['今年以来，我县共受理依申请公开19件，均已完成答复。', 'receivedAll 19件', 'carriedOut none'],
    ['全年收到申请40余件。', 'receivedAll ≥40件'],
    ['全年收到政府信息公开申请约200件。', 'receivedAll ≈200件'],
    ['全年收到政府信息公开申请超过200件。', 'receivedAll ≥200件'],
    ['全年收到政府信息公开申请近百件。', 'receivedAll ≈100件'],
    ['收到申请1.2万件。', 'receivedAll 12000件'],
    ['2022年收到政府信息公开申请88件。', 'receivedAll 88件 2022'],
    ['去年收到政府信息公开申请88件。', 'receivedAll 88件 2022'],
    [
      '2023年度收到政府信息公开申请75件，涉及自然人72件、商业企业3件。',
      'receivedAll 75件',
      'receivedAll.naturalPerson 72件',
      'receivedAll.business 3件',
    ],
    [
      '收到政府信息公开申请20件，其中自然人申请18件，法人或其他组织申请2件。',
      'receivedAll 20件',
      'receivedAll.naturalPerson 18件',
      'receivedAll.organisation 2件',
    ],
    ['全年办理公民、法人及其他组织提出的政府信息公开申请共6件。', 'receivedAll 6件'],
    ['共受理申请50件，办结48件，结转下年度2件。', 'receivedAll 50件', 'concluded 48件', 'carriedOut 2件'],
    [
      '受理申请3119件，答复3050件（含上年度结转申请34件，另有103件顺延到下年度答复）。',
      'receivedAll 3119件',
      'concluded 3050件',
      'carriedIn 34件',
      'carriedOut 103件',
    ],
    [
      '办结依申请公开81件，其中：予以公开及部分公开42件；不予公开5件；无法提供31件；不予处理1件；其他处理2件。',
      'concluded 81件',
      'grantedOrPartial 42件',
      'denied 5件',
      'unavailable 31件',
      'declined 1件',
      'otherOutcome 2件',
    ],
    [
      '收到申请9件，予以公开4件，部分公开2件，不予公开1件，无法提供2件。',
      'receivedAll 9件',
      'granted 4件',
      'partial 2件',
      'denied 1件',
      'unavailable 2件',
    ],
    [
      '全年共受理政府信息公开申请749件，共办理718件，结转下一年31件。',
      'receivedAll 749件',
      'concluded 718件',
      'carriedOut 31件',
    ],
    ['答复政府信息公开申请60件。', 'concluded 60件'],
    ['结转到2024年继续办理的申请5件。', 'carriedOut 5件 2024'],
    ['上年度结转申请4件，本年度新收申请16件。', 'carriedIn 4件', 'received 16件'],
    ['存在3份依申请公开答复超期的情况。', 'overdueAnswers 3份'],
    ['依申请公开方面，新收申请 7 件，办结 7 件。', 'received 7件', 'concluded 7件'],
    ['２０２３年共收到政府信息公开申请１５件。', 'receivedAll 15件'],
    ['登记政府信息公开申请33宗。', 'receivedAll 33件'],
    [
      '2023年全年新收政府信息公开申请713件，上年结转36件，合计办理749件。',
      'received 713件',
      'carriedIn 36件',
      'receivedAll 749件',
    ],
  ])('%s', (sentence, ...expected) => {
    expect(told(sentence)).toEqual(expected);
  });
});

describe('statements that there is none', () => {
  it.each<[string, ...string[]]>([
    ['2023年未收到政府信息公开申请。', 'receivedAll none'],
    ['本年度没有收到政府信息公开申请。', 'receivedAll none'],
    ['全年未收到公民、法人或其他组织提出的政府信息公开申请。', 'receivedAll none'],
    ['我县并未接收到一例依申请公开请求。', 'receivedAll none'],
    ['本年度未受理依申请公开事项。', 'receivedAll none'],
    ['2023年未收到依申请公开的申请。', 'receivedAll none'],
    ['全年无依申请公开事项。', 'receivedAll none'],
    ['2022年未收到有关政府信息公开申请。', 'receivedAll none 2022'],
    ['没有发生行政复议、行政诉讼。', 'review none', 'suit none'],
    ['未发生因政府信息公开引起的行政复议。', 'review none'],
    ['2023年未收到有关政府信息公开行政复议、提起行政诉讼的申请。', 'review none', 'suit none'],
    ['全年无行政复议和行政诉讼案件。', 'review none', 'suit none'],
    ['未产生因政府信息公开引发的行政诉讼案件。', 'suit none'],
    ['2023年，无收取信息处理费情况。', 'processingFee none'],
    ['本机关本年度未收取政府信息公开信息处理费。', 'processingFee none'],
    ['全年未制发行政规范性文件。', 'normativeIssued none'],
    ['青石镇未收到政府信息公开申请。', 'receivedAll none other'],
  ])('%s', (sentence, ...expected) => {
    expect(told(sentence)).toEqual(expected);
  });
});

describe('figures on review, suits and documents', () => {
  it.each<[string, ...string[]]>([
    ['制发行政规范性文件7件，废止3件，现行有效46件。', 'normativeIssued 7件', 'normativeInForce 46件'],
    [
      '政府信息公开行政复议351件，其中结果维持72件，结果纠正64件，其他结果178件，尚未审结37件。',
      'review 351件',
      'review.upheld 72件',
      'review.corrected 64件',
      'review.otherResult 178件',
      'review.pending 37件',
    ],
    [
      '政府信息公开行政诉讼46件，其中结果维持25件，结果纠正5件。',
      'suit 46件',
      'suit.upheld 25件',
      'suit.corrected 5件',
    ],
    ['共有行政诉讼案件1件、行政复议案件2件。', 'suit 1件', 'review 2件'],
    ['因政府信息公开引起的行政复议、行政诉讼案件共9件。', 'reviewAndSuit 9件'],
    ['发生政府信息公开行政复议3起，行政诉讼1起。', 'review 3件', 'suit 1件'],
    [
      '集中公开现行有效行政规范性文件698件，动态更新本年度制发的规范性文件88件。',
      'normativeInForce 698件',
      'normativeIssued 88件',
    ],
    ['全年制发行政规范性文件6件，废止1件。', 'normativeIssued 6件'],
    ['废止行政规范性文件4件。', 'normativeRepealed 4件'],
    ['出台政府规章2件。', 'regulationsIssued 2件'],
    ['全年作出行政处罚决定54件。', 'penalties 54件'],
    ['全年收取信息处理费3940元。', 'processingFee 3940元'],
    ['收取信息处理费0.5万元。', 'processingFee 0.5万元'],
    ['行政事业性收费金额4068.208万元。', 'administrativeFees 4068.208万元'],
  ])('%s', (sentence, ...expected) => {
    expect(told(sentence)).toEqual(expected);
  });
});

describe('figures on publication and its means', () => {
  it.each<[string, ...string[]]>([
    ['全年主动公开政府信息2069条。', 'publishedTotal 2069条'],
    ['共主动公开政府信息14万余条。', 'publishedTotal ≥140000条'],
    ['在政府网站公开政府信息59条。', 'website 59条'],
    ['通过“青石微语”微信公众号发布信息89条。', 'wechat 89条'],
    ['政务微博发布信息12条。', 'weibo 12条'],
    ['公众号粉丝量2505人。', 'followers 2505人'],
    ['举办业务培训4次，培训人员40余人。', 'trainings 4次', 'trainees ≥40人'],
    ['举办培训班3期。', 'trainings 3期'],
    ['配备专职人员1名、兼职人员2名。', 'staffFullTime 1人', 'staffPartTime 2人'],
    ['召开新闻发布会12场。', 'briefings 12场'],
    ['发布政策解读材料21篇。', 'interpretations 21篇'],
    ['承办人大代表建议1件，政协提案0件。', 'proposals 1件', 'proposals 0件'],
    ['设置政府信息查阅点2个。', 'readingPoints 2个'],
    ['回应公众关切并解答群众诉求共16条。', 'responses 16条'],
    ['公开信息83条，其中重点领域44条，占53%。', 'publishedTotal 83条', 'share 53%'],
    ['全年工作经费0.5万元。', 'budget 0.5万元'],
  ])('%s', (sentence, ...expected) => {
    expect(told(sentence)).toEqual(expected);
  });
});

describe('places, groups and sentences', () => {
  it('a figure stands where it was printed, behind full width, elisions and thousands', () => {
    const claims = claimsOf('　　全年〔…略…〕收到政府信息公开申请 ３，１２０ 件。');
    expect(claims.map((c) => c.at)).toEqual([{ line: 1, column: 21, length: 7 }]);
  });

  it('parts of one whole share its group; a list that has come to the whole ends there', () => {
    const claims = claimsOf('公开信息60条，其中财政35条、救助25条，通过微信公众号发布信息89条。');
    expect(claims.map((c) => [c.value, c.group, c.groupRole])).toEqual([
      [60, 1, 'whole'],
      [35, 1, 'part'],
      [25, 1, 'part'],
      [89, null, null],
    ]);
  });

  it('a sentence that begins with 其中 goes on with the one before', () => {
    const claims = claimsOf('主动公开政府信息2543条。其中，县级部门公开1687条，占66%。');
    expect(claims.map((c) => [c.value, c.group, c.groupRole])).toEqual([
      [2543, 1, 'whole'],
      [1687, 1, 'part'],
      [66, 1, null],
    ]);
  });
});

const figure = fc.integer({ min: 1, max: 99_999 });
const templates: readonly (readonly [string, (n: number) => string])[] = [
  ['receivedAll', (n) => `2023年，全县共收到政府信息公开申请${n}件。`],
  ['received', (n) => `本年新收政府信息公开申请 ${n} 件。`],
  ['concluded', (n) => `全年办结政府信息公开申请${n.toLocaleString('en-US')}件。`],
  ['carriedOut', (n) => `政府信息公开申请结转下年度继续办理${n}件。`],
  ['review', (n) => `因政府信息公开引起的行政复议案件${n}件。`],
  ['suit', (n) => `因政府信息公开引起的行政诉讼${n}件。`],
  ['normativeIssued', (n) => `制定行政规范性文件${n}件。`],
  ['normativeInForce', (n) => `现行有效的行政规范性文件${n}件。`],
  ['publishedTotal', (n) => `全年主动公开政府信息${n}条。`],
  ['processingFee', (n) => `全年收取信息处理费${n}元。`],
];

describe('any figure', () => {
  it('comes back exactly from every kind of sentence', () => {
    fc.assert(
      fc.property(figure, fc.constantFrom(...templates), (n, [subject, sentence]) => {
        const claims = claimsOf(sentence(n));
        expect(claims.map((c) => [c.subject, c.value, c.precision, c.year, c.scope])).toEqual([
          [subject, n, 'exact', 2023, 'own'],
        ]);
      }),
    );
  });

  it('no text makes it throw, and every claim lies within its text', () => {
    const words = fc.constantFrom(
      '收到',
      '申请',
      '12',
      '件',
      '，',
      '。',
      '其中',
      '未',
      '复议',
      '占',
      '50%',
      '约',
      '万',
      '余',
      '条',
      '（',
      '一',
      '十',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        for (const { at } of claimsOf(text)) {
          expect('column' in at && at.column >= 1 && at.column - 1 + (at.length ?? 0) <= text.length).toBe(
            true,
          );
        }
      }),
    );
  });
});

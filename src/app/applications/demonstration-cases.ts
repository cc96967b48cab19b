import { type AnswerDraft, emptyDraft } from '../../domain/application/answer-draft.ts';
import type { ApplicantKind } from '../../law/applicants.ts';
import { concludeAppeal } from '../commands/appeals/conclude-appeal.ts';
import { registerAppeal } from '../commands/appeals/register-appeal.ts';
import { approveAnswer } from '../commands/applications/approve-answer.ts';
import { archiveApplication } from '../commands/applications/archive-application.ts';
import { askCorrection } from '../commands/applications/ask-correction.ts';
import { askThirdParty } from '../commands/applications/ask-third-party.ts';
import { assignApplication } from '../commands/applications/assign-application.ts';
import { closeApplication } from '../commands/applications/close-application.ts';
import { draftAnswer } from '../commands/applications/draft-answer.ts';
import { enterApplication } from '../commands/applications/enter-application.ts';
import { proveDelivery } from '../commands/applications/prove-delivery.ts';
import { recordOpinionReceipt } from '../commands/applications/record-opinion-receipt.ts';
import { reviewLegal } from '../commands/applications/review-legal.ts';
import { reviewSecrecy } from '../commands/applications/review-secrecy.ts';
import { sendAnswer } from '../commands/applications/send-answer.ts';
import { submitApplication } from '../commands/applications/submit-application.ts';
import { submitForReview } from '../commands/applications/submit-for-review.ts';
import { withdrawApplication } from '../commands/applications/withdraw-application.ts';
import { campaign, campaigners } from './demonstration-campaign.ts';
import { mustBe, type Stage } from './demonstration-stage.ts';

/** An invented applicant and what is asked for; identity numbers are of no person: their place code does not exist. */
export interface Wanted {
  readonly name: string;
  readonly kind?: ApplicantKind;
  readonly what: string;
}

/** A resident identity number of the invented county, with its check sign. */
function inventedId(index: number): string {
  const digits = `99090119800101${String(100 + index).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return `${digits}${'10X98765432'[sum % 11]}`;
}

export const formOf = ({ name, kind = 'naturalPerson', what }: Wanted, index: number) => ({
  applicant: {
    kind,
    name,
    identity:
      kind === 'naturalPerson'
        ? { type: 'residentId', number: inventedId(index) }
        : { type: 'otherDocument', number: `示范证照${index}` },
    contactPerson: null,
  },
  contact: { phone: `0990-66${String(1000 + index)}`, email: `demo${index}@yunxiu.example`, address: null },
  agent: null,
  items: [{ name: what, documentNumber: null, description: null }],
  form: 'electronic',
  way: 'email',
  needsHelp: false,
  tells: false,
});

class Play {
  readonly #stage: Stage;
  readonly #id: string;
  readonly #title: string;
  constructor(stage: Stage, id: string, title: string) {
    this.#stage = stage;
    this.#id = id;
    this.#title = title;
  }

  get id(): string {
    return this.#id;
  }

  /** What an act of one person so many working days ago needs. */
  at(username: string, before: number) {
    const on = this.#stage.day(before);
    return [
      this.#stage.as(username, on),
      { agencyId: this.#stage.agencyId, applicationId: this.#id, on },
    ] as const;
  }

  must<T>(outcome: Promise<T>): Promise<unknown> {
    return mustBe(this.#title, outcome);
  }

  async draft(before: number, draft: AnswerDraft): Promise<void> {
    const [clerk, base] = this.at('zhuanyuan', before);
    await this.must(draftAnswer(clerk, { ...base, draft }));
    await this.must(submitForReview(clerk, base));
  }

  async review(before: number): Promise<void> {
    const [reviewer, base] = this.at('shenhe', before);
    await this.must(reviewLegal(reviewer, { ...base, opinion: '依据、理由和救济告知齐全' }));
    await this.must(reviewSecrecy(reviewer, { ...base, opinion: '不涉及国家秘密' }));
  }

  async approve(before: number): Promise<void> {
    const [leader, base] = this.at('zhenzhang', before);
    await this.must(approveAnswer(leader, { ...base, opinion: '同意' }));
  }

  async send(before: number, proven = true): Promise<void> {
    const [clerk, base] = this.at('zhuanyuan', before);
    await this.must(sendAnswer(clerk, { ...base, method: 'email', carrier: null, proof: null }));
    if (!proven) return;
    await this.must(proveDelivery(clerk, { ...base, proof: '邮件系统发送记录' }));
    await this.must(closeApplication(clerk, base));
  }

  /** From the draft to the closed case within four working days. */
  async answer(before: number, draft: AnswerDraft): Promise<void> {
    await this.draft(before, draft);
    await this.review(before - 1);
    await this.approve(before - 2);
    await this.send(before - 3);
  }
}

async function enter(stage: Stage, wanted: Wanted, index: number, before: number): Promise<Play> {
  const on = stage.day(before);
  const made = await mustBe(
    wanted.what,
    enterApplication(stage.as('zhuanyuan', on), {
      agencyId: stage.agencyId,
      submissionKey: crypto.randomUUID(),
      channel: index % 3 === 0 ? 'signedPost' : 'counter',
      submittedOn: on,
      receipt: index % 3 === 0 ? { signedOn: on } : { handedOn: on },
      form: formOf(wanted, index),
      register: true,
      on,
      demonstration: true,
    }),
  );
  return new Play(stage, made.applicationId, wanted.what);
}

const giving = (title: string): AnswerDraft => ({
  ...emptyDraft('granted.provided'),
  disclosed: [{ title, form: 'electronic', way: 'email', when: null, pages: 6 }],
});
const partly: AnswerDraft = {
  ...emptyDraft('partial'),
  disclosed: [
    {
      title: '2025年村级公益事业奖补项目名单及验收结论',
      form: 'electronic',
      way: 'email',
      when: null,
      pages: 9,
    },
  ],
  withheld: [
    {
      what: '正在研究的下一年度项目筛选过程稿',
      ground: 'deliberative',
      reasons: '该过程稿是内部讨论中形成的意见，尚未形成最终决定',
      statute: null,
    },
  ],
};
const refusing: AnswerDraft = {
  ...emptyDraft('denied.deliberative'),
  reasons:
    '经审查，所申请的会议讨论记录是本机关在研究集镇停车场选址过程中形成的讨论记录，选址方案确定后另行公布，法律、法规、规章没有规定该信息应当公开',
};
const searched = (stage: Stage): AnswerDraft => ({
  ...emptyDraft('unavailable.notExisting'),
  reasons: '经检索，本机关没有制作、也没有从他处获取所申请的1998年河道治理验收报告',
  searches: [
    {
      place: '镇档案室',
      on: stage.day(42),
      terms: '河道治理 验收 1998',
      by: '江小禾',
      found: '没有查到',
    },
  ],
});

async function open(stage: Stage): Promise<void> {
  const outside = { ...stage.as('zhuanyuan', stage.day(3)), actor: 'public' as const };
  const wanted = { name: '柳青', what: '2026年芦汀镇农村危房改造补助对象名单' };
  await mustBe(
    wanted.what,
    submitApplication(outside, {
      agencyId: stage.agencyId,
      submissionKey: crypto.randomUUID(),
      form: formOf(wanted, 1),
    }),
  );
  await enter(stage, { name: '秦望舒', what: '芦汀镇2026年度财政预算调整方案' }, 2, 1);
  const unclear = await enter(stage, { name: '钟意', what: '镇里修路的材料' }, 3, 9);
  const [clerk, base] = unclear.at('zhuanyuan', 5);
  await unclear.must(
    askCorrection(clerk, {
      ...base,
      causes: ['contentUnclear'],
      due: stage.day(-10),
      lateBecause: null,
      explanation: '请写明是哪一条路、哪一年',
    }),
  );
  const assigned = await enter(
    stage,
    { name: '云岫县石桥建材有限公司', kind: 'business', what: '石桥路排水改造工程招标文件' },
    4,
    12,
  );
  const [assigner, assignment] = assigned.at('zhuanyuan', 11);
  await assigned.must(
    assignApplication(assigner, {
      ...assignment,
      unit: '规划建设办公室',
      until: stage.day(2),
      holderId: null,
    }),
  );
  const consulting = await enter(stage, { name: '白露', what: '2025年垃圾清运服务合同' }, 5, 14);
  const [asker, asking] = consulting.at('zhuanyuan', 10);
  await consulting.must(
    askThirdParty(asker, {
      ...asking,
      party: '云岫县净源环境服务有限公司',
      address: '云岫县芦汀镇工业路8号',
      contact: '0990-6600888',
      addressed: 'unit',
      method: 'post',
      information: '2025年垃圾清运服务合同中的报价明细',
      reason: '合同含有贵单位的报价明细',
    }),
  );
  const [noter, noted] = consulting.at('zhuanyuan', 8);
  await consulting.must(recordOpinionReceipt(noter, { ...noted, ref: '第三方1' }));
}

async function underWay(stage: Stage): Promise<void> {
  const late = await enter(stage, { name: '韩松', what: '2024年度村集体资产清查结果' }, 6, 23);
  await late.draft(6, giving('2024年度村集体资产清查结果'));
  const reviewed = await enter(stage, { name: '顾盼', what: '集镇停车场选址会议讨论记录' }, 7, 16);
  await reviewed.draft(4, refusing);
  await reviewed.review(3);
  const partial = await enter(
    stage,
    { name: '陈禾', what: '2025年村级公益事业奖补项目名单及验收资料' },
    8,
    18,
  );
  await partial.draft(5, partly);
  await partial.review(4);
  const sent = await enter(
    stage,
    { name: '云岫县乡村发展研究会', kind: 'nonprofit', what: '芦汀镇2025年乡村建设行动总结' },
    9,
    17,
  );
  await sent.draft(6, giving('芦汀镇2025年乡村建设行动总结'));
  await sent.review(5);
  await sent.approve(4);
  await sent.send(2, false);
}

async function ended(stage: Stage): Promise<void> {
  const given = await enter(stage, { name: '江月', what: '2025年度耕地地力保护补贴分户清册公示稿' }, 10, 40);
  await given.answer(30, giving('2025年度耕地地力保护补贴分户清册公示稿'));
  const nothing = await enter(stage, { name: '杜若', what: '1998年河道治理验收报告' }, 11, 50);
  await nothing.answer(41, searched(stage));
  const [archivist, filed] = nothing.at('zhuanyuan', 30);
  await nothing.must(archiveApplication(archivist, { ...filed, pages: 14 }));
  const back = await enter(stage, { name: '林深', what: '芦汀镇2026年文化活动安排' }, 12, 35);
  const [clerk, base] = back.at('zhuanyuan', 33);
  await back.must(withdrawApplication(clerk, { ...base, confirmation: '本人签字的撤回申请' }));
  const appealed = await enter(
    stage,
    { name: '云岫县明理律师事务所', kind: 'legalService', what: '2025年征地补偿方案讨论记录' },
    13,
    55,
  );
  await appealed.answer(45, refusing);
  const accepted = stage.day(34);
  const office = stage.as('zhuanyuan', accepted);
  const { id } = await mustBe(
    '行政复议',
    registerAppeal(office, {
      agencyId: stage.agencyId,
      applicationId: appealed.id,
      kind: 'review',
      procedure: 'simplified',
      acceptedOn: accepted,
      copyReceivedOn: accepted,
      organ: '云岫县人民政府',
      notice: '云政复受〔2026〕示范1号',
      grounds: '认为讨论记录已经形成结论，应当公开',
      demonstration: true,
    }),
  );
  await mustBe(
    '复议结果',
    concludeAppeal(stage.as('zhuanyuan', stage.day(12)), {
      agencyId: stage.agencyId,
      appealId: id,
      disposition: 'review.annulledAnew',
      on: stage.day(12),
      decision: '云政复决〔2026〕示范1号',
      costs: null,
      learnt: '以过程性信息为由不予公开的，先核对是否已经形成最终决定',
    }),
  );
}

const played = 13 + campaigners.length;

/** Plays them all; returns how many there are. */
export async function playDemonstrationCases(stage: Stage): Promise<number> {
  await ended(stage);
  await underWay(stage);
  await open(stage);
  await campaign(stage);
  return played;
}

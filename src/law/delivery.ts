import { type Citation, cite } from './citation.ts';
import type { Certainty } from './instruments.ts';

export type DeliveryMethod = 'inPerson' | 'entrusted' | 'post' | 'email' | 'portal';

/** How an answer is served, and which of its days decides whether it is in time (CK-6). */
export interface DeliveryRule {
  readonly method: DeliveryMethod;
  readonly name: string;
  /** `signed`: the day the applicant signs. `posted`: the day of posting. `sent`: the day it leaves the system. */
  readonly decisive: 'signed' | 'posted' | 'sent';
  /** What proves it. */
  readonly proof: string;
  /** Served over the internet: the letter must name an online channel for review (RM-6). */
  readonly online: boolean;
  readonly basis: Citation;
  readonly certainty: Certainty;
}

const service = cite('service2016', '第四部分');

export const deliveryRules: Readonly<Record<DeliveryMethod, DeliveryRule>> = {
  inPerson: {
    method: 'inPerson',
    name: '直接送达',
    decisive: 'signed',
    proof: '送达回证（签收）',
    online: false,
    basis: service,
    certainty: 'verified',
  },
  entrusted: {
    method: 'entrusted',
    name: '委托其他行政机关代为送达',
    decisive: 'signed',
    proof: '送达回证（签收）',
    online: false,
    basis: service,
    certainty: 'verified',
  },
  post: {
    method: 'post',
    name: '邮寄送达',
    decisive: 'posted',
    proof: '邮政企业的交寄凭证',
    online: false,
    basis: service,
    certainty: 'verified',
  },
  email: {
    method: 'email',
    name: '电子邮件送达',
    decisive: 'sent',
    proof: '发送记录',
    online: true,
    basis: service,
    certainty: 'inference',
  },
  portal: {
    method: 'portal',
    name: '网上送达',
    decisive: 'sent',
    proof: '系统记录',
    online: true,
    basis: service,
    certainty: 'inference',
  },
};

/** 国家机关公文 may be carried by postal enterprises only (邮政法第五十五条); EMS and registered mail are theirs. */
export const postalCarriers = ['邮政特快专递（EMS）', '挂号信', '平常信函'] as const;
export type PostalCarrier = (typeof postalCarriers)[number];

export const postOnly: Citation = cite('youzhengfa2015', '第五十五条');

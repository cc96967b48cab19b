import type { ApplicantKind } from '../../law/applicants.ts';
import type { ProvisionForm, ProvisionWay } from '../../law/intake.ts';
import type { IdentityType } from './identity.ts';

/** How an applicant can be reached; one of the three is enough (第二十九条第二款第（一）项: 联系方式). */
export interface Contact {
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
}

/** Somebody who acts for the applicant, with a 授权委托书. */
export interface Agent {
  readonly name: string;
  readonly identity: { readonly type: IdentityType; readonly number: string };
  readonly phone: string | null;
  /** That 委托书 and proofs of identity of both are attached. */
  readonly authorised: boolean;
}

/** 名称、文号或者便于行政机关查询的其他特征性描述: one of the three is enough. */
export interface RequestedItem {
  readonly name: string | null;
  readonly documentNumber: string | null;
  readonly description: string | null;
}

/** An application as 第二十九条 has it, and nothing else: no purpose, no interest, no need is asked. */
export interface ApplicationForm {
  readonly applicant: {
    readonly kind: ApplicantKind;
    readonly name: string;
    readonly identity: { readonly type: IdentityType; readonly number: string };
    /** Who speaks for an organisation. */
    readonly contactPerson: string | null;
  };
  readonly contact: Contact;
  readonly agent: Agent | null;
  readonly items: readonly RequestedItem[];
  readonly form: ProvisionForm;
  readonly way: ProvisionWay;
  /** Chosen, never asked for: an e-mail whenever something happens. */
  readonly tells: boolean;
  /** 阅读困难或者视听障碍 (第四十三条): help is offered, never asked for reasons. */
  readonly needsHelp: boolean;
}

/** What an item is called in letters and lists. */
export const itemTitle = ({ name, documentNumber, description }: RequestedItem): string =>
  [name, documentNumber && `（${documentNumber}）`].filter(Boolean).join('') || (description ?? '');

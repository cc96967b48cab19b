import { createHmac } from 'node:crypto';
import { openText, sealText, type Vault } from '../vault/vault.ts';
import { titleOf } from './kinds.ts';

export const webhookForms = {
  wecom: '企业微信群机器人',
  dingtalk: '钉钉群机器人',
  plain: '其他（JSON）',
} as const;
export type WebhookForm = keyof typeof webhookForms;
export const webhookFormIds = Object.keys(webhookForms) as WebhookForm[];

const about = (agencyId: string, what: string): string => `webhook ${agencyId} ${what}`;

export function sealWebhook(vault: Vault, agencyId: string, address: string, secret: string) {
  const { key, wrapped } = vault.newKey(about(agencyId, 'key'));
  return {
    address: sealText(key, address, about(agencyId, 'address')),
    secret: sealText(key, secret, about(agencyId, 'secret')),
    wrapped_key: wrapped,
  };
}

export function openWebhook(
  vault: Vault,
  sealed: {
    readonly agency_id: string;
    readonly address: Uint8Array;
    readonly secret: Uint8Array;
    readonly wrapped_key: Uint8Array;
  },
): { readonly address: string; readonly secret: string } {
  const key = vault.unwrap(sealed.wrapped_key, about(sealed.agency_id, 'key'));
  return {
    address: openText(key, sealed.address, about(sealed.agency_id, 'address')),
    secret: openText(key, sealed.secret, about(sealed.agency_id, 'secret')),
  };
}

export interface Message {
  readonly kind: string;
  readonly number: string;
  /** The whole address. */
  readonly link: string;
}

/** The message as the robot of a group takes it: markdown, nothing personal. */
export function webhookBody(form: WebhookForm, { kind, number, link }: Message): string {
  const title = titleOf(kind);
  const text = `**${title}**${number === '' ? '' : `：${number}`}\n[到办公系统办理](${link})`;
  if (form === 'wecom') return JSON.stringify({ msgtype: 'markdown', markdown: { content: text } });
  if (form === 'dingtalk') return JSON.stringify({ msgtype: 'markdown', markdown: { title, text } });
  return JSON.stringify({ kind, title, number, link });
}

/** HMAC-SHA256 over the instant (ms since 1970), a line feed and the body, hex. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  createHmac('sha256', secret).update(`${timestamp}\n${body}`).digest('hex');

/** 钉钉 wants its own signature in the address: HMAC-SHA256 over instant and secret, base64 [from memory]. */
export function signedAddress(form: WebhookForm, address: string, secret: string, timestamp: string): string {
  if (form !== 'dingtalk' || secret === '') return address;
  const url = new URL(address);
  url.searchParams.set('timestamp', timestamp);
  url.searchParams.set(
    'sign',
    createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'),
  );
  return url.href;
}

/** Whether a robot took the message: 企业微信 and 钉钉 answer 200 with an errcode other than 0 when they did not. */
export function taken(form: WebhookForm, status: number, text: string): string | null {
  if (status < 200 || status > 299) return `HTTP ${status}`;
  if (form === 'plain') return null;
  const code = /"errcode"\s*:\s*(-?\d+)/.exec(text)?.[1];
  return code === undefined || code === '0' ? null : `errcode ${code}`;
}

import { lookup } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses that are nobody's on the internet: this machine, the office's own net, its cloud's metadata. */
const inside = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.ipv4.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.ipv6.addSubnet(net, bits, 'ipv6');

export const isInside = (address: string): boolean => {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  return inside[family].check(address, family);
};

/** Why an address may not be posted to, null when it may. `allowInside`: GONGKAI_WEBHOOK_INSIDE=1. */
export function addressFault(address: string, allowInside: boolean): string | null {
  if (!URL.canParse(address)) return '这不是一个完整的网址，例如 https://qyapi.weixin.qq.com/…。';
  const { protocol, hostname, username, password } = new URL(address);
  if (protocol !== 'https:' && !(allowInside && protocol === 'http:')) return '网址必须以 https:// 开头。';
  if (username !== '' || password !== '') return '网址中不能带用户名和口令。';
  const host = hostname.replace(/^\[|\]$/g, '');
  if (!allowInside && (isIP(host) !== 0 ? isInside(host) : !host.includes('.')))
    return '不能填写内部网络的地址。确有需要的，请由运维人员设置 GONGKAI_WEBHOOK_INSIDE。';
  return null;
}

/** The names are looked up at the moment of connecting and each address is looked at: no answer can change between. */
export const guardedLookup: LookupFunction = (hostname, options, done) =>
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error !== null || first === undefined) return done(error ?? new Error('no address'), []);
    if (addresses.some(({ address }) => isInside(address))) return done(new Error('inside'), []);
    return options.all === true ? done(null, addresses) : done(null, first.address, first.family);
  });

const longest = 16 * 1024;
const within = 10_000;

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/**
 * Posts JSON to an address outside: https alone, to no address of a net of our own, no redirect followed, the answer
 * cut at 16 KB. Rejects with a short reason.
 */
export function guardedPost(
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  allowInside: boolean,
): Promise<Answer> {
  const fault = addressFault(address, allowInside);
  if (fault !== null) return Promise.reject(new Error(fault));
  const url = new URL(address);
  return new Promise((resolve, reject) => {
    const outgoing = (url.protocol === 'https:' ? request : requestPlain)(
      url,
      {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
          ...headers,
        },
        signal: AbortSignal.timeout(within),
        ...(allowInside ? {} : { lookup: guardedLookup }),
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
          if (text.length > longest) response.destroy(new Error('answer too long'));
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        response.on('error', reject);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

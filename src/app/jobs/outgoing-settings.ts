/** Where notices go out. */
export interface OutgoingSettings {
  /** GONGKAI_SMTP_URL; null: no mails are sent, and they wait. */
  readonly smtpUrl: string | null;
  readonly from: string;
  readonly allowInside: boolean;
  /** The address people use, path included. */
  readonly publicUrl: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * GONGKAI_SMTP_URL, GONGKAI_MAIL_FROM, GONGKAI_WEBHOOK_INSIDE.
 * @throws RangeError with one sentence where one of them is not as it should be
 */
export function outgoingSettings(environment: Environment, publicUrl: string): OutgoingSettings {
  const {
    GONGKAI_SMTP_URL: smtp = '',
    GONGKAI_MAIL_FROM: from = '',
    GONGKAI_WEBHOOK_INSIDE: inside = '',
  } = environment;
  if (smtp !== '' && !/^smtps?:\/\/[^/]/.test(smtp))
    throw new RangeError('GONGKAI_SMTP_URL：写法不对，应如 smtp://用户:口令@mail.example.gov.cn:587。');
  if (!['', '0', '1'].includes(inside))
    throw new RangeError(`GONGKAI_WEBHOOK_INSIDE=${inside}：应为 0 或 1。`);
  return {
    smtpUrl: smtp === '' ? null : smtp,
    from: from === '' ? `gongkai@${new URL(publicUrl).hostname}` : from,
    allowInside: inside === '1',
    publicUrl,
  };
}

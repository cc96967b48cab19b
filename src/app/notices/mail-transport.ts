import { createTransport, type Transporter } from 'nodemailer';

/** The mail server of GONGKAI_SMTP_URL; close it when done. */
export const openTransport = (smtpUrl: string): Transporter =>
  createTransport(smtpUrl, { connectionTimeout: 15_000, socketTimeout: 30_000 } as never);

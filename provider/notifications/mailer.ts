import { createTransport } from 'nodemailer';

export interface SentMail {
  readonly to: { readonly name: string; readonly address: string };
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string | undefined;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly messageId: string;
}

export interface Mailer {
  /** Resolves when the server has taken the message; rejects when it did not say so. */
  send(mail: SentMail): Promise<void>;
  close(): void;
}

/** Bounds on a server that never answers: a delivery ends, and is tried again. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

export function createMailer(smtpUrl: string): Mailer {
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: 2, ...timeouts });
  return {
    send: async (mail) => {
      await transport.sendMail({
        ...mail,
        to: { ...mail.to },
        from: { ...mail.from },
        // Automatic messages ask for no automatic answer (RFC 3834, section 5).
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    close: () => transport.close(),
  };
}

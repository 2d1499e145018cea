import type { Socket } from 'node:net';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { freePort } from './free-port.ts';
import { until } from './until.ts';

export interface ParsedMessage {
  /** Addresses only, without names. */
  readonly from: string;
  readonly to: readonly string[];
  /** Whom the envelope names: who really gets it. */
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  /** By lower-case name, as they came, unfolded. */
  readonly headers: ReadonlyMap<string, string>;
}

export type MailBehaviour =
  | { readonly kind: 'accept' }
  /** 421: not now, come back; 451: not this one now; 550: never. */
  | { readonly kind: 'refuse'; readonly code: 421 | 451 | 550 }
  /** Takes the connection and never says a word. */
  | { readonly kind: 'hang' }
  /** Cuts the connection after the message, which is lost. */
  | { readonly kind: 'drop' }
  /** Keeps the message, but cuts the connection instead of saying so: the sender has to send it again. */
  | { readonly kind: 'keep-silently' };

export interface MailServer {
  /** For `SMTP_URL`. */
  readonly url: string;
  /** In the order they came; the list grows. */
  readonly messages: readonly ParsedMessage[];
  /** How many times someone began to send, whatever came of it. */
  attempts(): number;
  /** The first message, already here or still to come, that the predicate accepts. */
  waitFor(
    predicate: (message: ParsedMessage) => boolean,
    withinMilliseconds?: number,
  ): Promise<ParsedMessage>;
  setBehaviour(behaviour: MailBehaviour): void;
  close(): Promise<void>;
}

/** A real SMTP server on loopback. With `port`, the one that was there comes back. */
export async function startMailServer(
  options: { readonly behaviour?: MailBehaviour; readonly port?: number } = {},
): Promise<MailServer> {
  let behaviour: MailBehaviour = options.behaviour ?? { kind: 'accept' };
  let attempts = 0;
  const messages: ParsedMessage[] = [];
  const sockets = new Map<number | undefined, Socket>();

  // A sender may keep its connection open, so the behaviour of the moment is asked at each message too.
  const begin = (next: (error?: Error) => void) => {
    attempts++;
    if (behaviour.kind === 'hang') return;
    next(behaviour.kind === 'refuse' ? refusal(behaviour.code) : undefined);
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 1,
    onConnect: (_session, next) => {
      if (turnsAwayAtTheDoor(behaviour)) begin(next);
      else next();
    },
    onMailFrom: (_address, _session, next) => begin(next),
    onData: (stream, session, done) => {
      // A sender that dies in the middle of a message has sent nothing.
      simpleParser(stream).then((mail) => {
        const kind = behaviour.kind;
        const recipients = session.envelope.rcptTo.map((recipient) => recipient.address);
        if (kind !== 'drop') messages.push(parsed(mail, recipients));
        if (kind === 'drop' || kind === 'keep-silently') sockets.get(session.remotePort)?.destroy();
        else done();
      }, done);
    },
  });
  server.on('error', () => {
    // A connection that was cut on purpose; the sender sees it.
  });
  server.server.on('connection', (socket: Socket) => {
    const port = socket.remotePort;
    sockets.set(port, socket);
    socket.once('close', () => sockets.delete(port));
  });
  const port = options.port ?? (await freePort());
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });

  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    attempts: () => attempts,
    waitFor: (predicate, withinMilliseconds = 10_000) =>
      until(() => messages.find(predicate), { withinMilliseconds, what: () => missing(predicate, messages) }),
    setBehaviour: (next) => {
      behaviour = next;
    },
    close: async () => {
      for (const socket of sockets.values()) socket.destroy();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}

function turnsAwayAtTheDoor(behaviour: MailBehaviour): boolean {
  return behaviour.kind === 'hang' || (behaviour.kind === 'refuse' && behaviour.code === 421);
}

function refusal(code: number): Error {
  return Object.assign(new Error('not now'), { responseCode: code });
}

function missing(predicate: unknown, messages: readonly ParsedMessage[]): string {
  const arrived = messages.map((message) => `  ${message.to.join(', ')}: ${message.subject}`);
  return `a message with ${predicate}; arrived:\n${arrived.join('\n') || '  nothing'}`;
}

function parsed(mail: ParsedMail, recipients: readonly string[]): ParsedMessage {
  return {
    from: addresses(mail.from).join(', '),
    to: addresses(mail.to),
    recipients,
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    messageId: mail.messageId ?? '',
    headers: new Map(mail.headerLines.map(({ key, line }) => [key, headerValue(line)])),
  };
}

function headerValue(line: string): string {
  return line
    .slice(line.indexOf(':') + 1)
    .replace(/\r?\n\s+/g, ' ')
    .trim();
}

function addresses(field: AddressObject | readonly AddressObject[] | undefined): readonly string[] {
  const objects = field === undefined ? [] : Array.isArray(field) ? field : [field];
  return objects.flatMap((object: AddressObject) => object.value.map((entry) => entry.address ?? ''));
}

import type { Message } from '../../shared/domain/message.ts';
import { parseIdentifier, type ParsedIdentifier } from '../identifiers/parse.ts';
import { showIdentifier } from '../identifiers/show.ts';
import type { Ports } from '../ports.ts';
import type { Carrier, Outcome } from './carrier.ts';
import { startMailboxServer, type MailboxServer } from './mailbox-server.ts';
import { plain, readMail } from './read-mail.ts';
import { sendBySmtp } from './smtp-conversation.ts';

/** How many messages are kept; older ones go. */
const MESSAGES_MAX = 100;
const SENDER = 'codes@switchboard.invalid';
/** Where numbers live in the local mailbox, which knows mail only. */
const PHONE_DOMAIN = '@phone.invalid';

/** Messages that stay on this computer, in memory, until Switchboard quits. */
export interface LocalMailbox {
  readonly carrier: Carrier;
  /** Newest first. */
  readonly list: () => readonly Message[];
  /** Forgets every message, those that are just arriving as well. */
  readonly clear: () => Promise<void>;
  readonly onChange: (listener: () => void) => () => void;
  readonly close: () => Promise<void>;
}

/** The carrier that needs no other: a real SMTP conversation with a server inside the app, started at the first send. */
export function createLocalMailbox({ random, clock }: Pick<Ports, 'random' | 'clock'>): LocalMailbox {
  let messages: readonly Message[] = [];
  let server: Promise<MailboxServer> | null = null;
  /** Counts the servers there were: what arrives at an older one is not kept. */
  let epoch = 0;
  const listeners = new Set<() => void>();
  const change = (next: readonly Message[]) => {
    messages = next;
    for (const listener of listeners) listener();
  };
  const receiveIn = (started: number) => async (recipient: string, mail: Buffer) => {
    const receivedAt = new Date(clock.now()).toISOString();
    const { id = random.uuid(), ...shown } = await readMail(mail);
    const message = { id, receivedAt, to: inWords(recipient), ...shown };
    if (started === epoch) change([message, ...messages].slice(0, MESSAGES_MAX));
  };
  const stop = async () => {
    const started = server;
    server = null;
    epoch += 1;
    await (await started?.catch(() => null))?.close();
  };

  async function send({ identifier, message, signal }: Parameters<Carrier['send']>[0]): Promise<Outcome> {
    server ??= startMailboxServer(random, receiveIn(epoch));
    const started = await server.catch(() => null);
    if (started === null) {
      server = null;
      return { kind: 'not-sent', reason: 'unreachable' };
    }
    const mail = { from: SENDER, to: mailAddress(identifier), message, id: random.uuid(), date: new Date(clock.now()) };
    const outcome = await sendBySmtp(started.address, mail, signal);
    // The server is ours, so what it took was sent, even where its answer came too late or to nobody.
    return messages.some(({ id }) => id === mail.id) ? { kind: 'sent' } : outcome;
  }

  return {
    carrier: { name: 'local-mailbox', send },
    list: () => messages,
    async clear() {
      change([]);
      await stop();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: stop,
  };
}

function mailAddress({ kind, address }: ParsedIdentifier): string {
  return kind === 'phone' ? `${address}${PHONE_DOMAIN}` : address;
}

function inWords(recipient: string): string {
  const typed = recipient.endsWith(PHONE_DOMAIN) ? recipient.slice(0, -PHONE_DOMAIN.length) : recipient;
  const parsed = parseIdentifier(typed, '');
  return parsed.ok ? showIdentifier(parsed.value).display : plain(typed);
}

import type { Challenge } from '../../shared/domain/challenge.ts';
import type { SmtpSetUp } from '../../shared/domain/way.ts';
import type { SmtpServer } from '../../main/delivery/smtp-conversation.ts';
import { createTestCore, value, type TestCore } from './core.ts';

/** The address that codes come from in these tests. */
export const SENDER = 'sender@example.com';

/** How SMTP is set up for a server, with the password beside it where there is one. */
export function smtpSetUp({ login, ...place }: SmtpServer): { setUp: SmtpSetUp; secret: string | null } {
  const common = { name: 'smtp', ...place, from: SENDER } as const;
  if (login === null) return { setUp: { ...common, login: { kind: 'none' } }, secret: null };
  if ('token' in login) throw new Error('A token belongs to an account');
  return { setUp: { ...common, login: { kind: 'password', user: login.user } }, secret: login.pass };
}

/** Starts the app and sets SMTP up as a person does. */
export async function createSmtpCore(server: SmtpServer): Promise<TestCore> {
  const core = createTestCore();
  value(await core.commands.ways.save(smtpSetUp(server)));
  return core;
}

/** The one open challenge, once its server has answered: it is sent, refused, or waits to be tried again. */
export function answered(core: TestCore, attempts = 1): Promise<Challenge> {
  let seen = 0;
  let before: string | null = null;
  return new Promise((resolve) => {
    const look = () => {
      const [challenge] = core.snapshot().challenges;
      if (challenge === undefined) return;
      if (challenge.retryAt !== null && challenge.retryAt !== before) seen += 1;
      before = challenge.retryAt;
      if (challenge.state === 'sending' && seen < attempts) return;
      stop();
      resolve(challenge);
    };
    const stop = core.subscribe(look);
    look();
  });
}

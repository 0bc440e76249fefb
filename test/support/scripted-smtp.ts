import { onTestFinished } from 'vitest';
import type { SmtpServer } from '../../main/delivery/smtp-conversation.ts';
import { startScript, type Heard, type RunningScript, type Script } from './smtp-script.ts';

/** A scripted server of one test. */
export interface ScriptedServer extends Omit<Readonly<Heard>, 'accepted'>, Pick<RunningScript, 'reached'> {
  /** How it is reached: with a password, and no certificate authority of its own. */
  readonly address: SmtpServer;
  /** How many mails it took over. */
  readonly accepted: () => number;
}

/** An SMTP server that does everything right but one thing; closed with the test. */
export async function scriptedSmtp(script: Script = {}): Promise<ScriptedServer> {
  const { port, heard, reached, close } = await startScript(script);
  onTestFinished(close);
  const address: SmtpServer = {
    host: '127.0.0.1',
    port,
    tls: script.tls ?? 'none',
    certificateAuthority: '',
    login: { user: 'u', pass: 'p4ssw0rd' },
  };
  return { ...heard, address, reached, accepted: () => heard.accepted };
}

import type { SendFailure } from '../../shared/domain/challenge.ts';
import type { Outcome } from './carrier.ts';
import { certificateWords, isCertificateProblem } from './certificate-problem.ts';
import { inOneLine } from './said.ts';

/** What nodemailer tells of a failure. */
export interface SmtpError {
  /** Its own name for what went wrong, and below it the one of the system or of TLS. */
  code?: string | undefined;
  originalCode?: string | undefined;
  message?: string | undefined;
  /** The command that was answered. */
  command?: string | undefined;
  /** The server's reply, with all of its lines, and the number it begins with. */
  response?: string | undefined;
  responseCode?: number | undefined;
}

/** What Exchange Online says where passwords are no longer taken (security: D7); one of its codes has another use too. */
const PASSWORDS_ENDED = /\b5\.7\.30\b|\b5\.7\.139\b(?!.*credentials were incorrect)|basic authentication is disabled/is;

/** The sender is unknown or not this login's (RFC 3463, section 3.2), as Exchange Online and Postfix say it too. */
const SENDER_REFUSED = /\b5\.(?:1\.[78]|7\.60|2\.252)\b|sender address rejected/i;

/** What became of a mail after a failure. What was handed over whole is never sent again by itself (security: D3). */
export function outcomeOf(error: SmtpError, handedOver: boolean, hidden: readonly string[]): Outcome {
  const { responseCode = 0, response = '' } = error;
  const said = saidBy(response, hidden);
  if (responseCode >= 500) return { kind: 'not-sent', reason: refusalIn(error), ...said };
  // 4yz: not now, perhaps later (RFC 5321, section 4.2.1).
  if (responseCode >= 400) {
    return { kind: 'not-sent', reason: 'busy', ...said, ...(!handedOver && { retry: { after: null } }) };
  }
  return handedOver ? { kind: 'unsure', ...said } : unanswered(error, hidden);
}

/** A server's reply as it is shown; of one with several lines (RFC 5321, section 4.2.1) the number stands there once. */
export function saidBy(response: string, hidden: readonly string[]): { said?: string } {
  const said = inOneLine(response.replace(/\n\d{3}[ -](?:\d\.\d+\.\d+ )?/g, ' '), hidden);
  return said === null ? {} : { said };
}

/** Why a server refused for good. */
function refusalIn({ code, command, response = '', responseCode }: SmtpError): SendFailure {
  if (PASSWORDS_ENDED.test(response)) return 'passwords-ended';
  // RFC 4954, section 6, and RFC 3207: what a server says that wants another login, or one at all.
  if (code === 'EAUTH' || responseCode === 530 || responseCode === 534 || responseCode === 535) return 'login-refused';
  if (command === 'EHLO' || command === 'STARTTLS') return 'no-tls';
  if (SENDER_REFUSED.test(response)) return 'set-up-wrong';
  if (command === 'MAIL FROM' && (responseCode === 550 || responseCode === 553)) return 'set-up-wrong';
  return command === 'RCPT TO' ? 'recipient-refused' : 'refused';
}

/** Nothing was handed over, and the server did not say why. */
function unanswered({ code = '', originalCode = '', message = '' }: SmtpError, hidden: readonly string[]): Outcome {
  if (isCertificateProblem(originalCode)) {
    return { kind: 'not-sent', reason: 'certificate', ...saidBy(certificateWords(message), hidden) };
  }
  // It answered, and not with TLS.
  if (/^EPROTO$|^ERR_SSL_/.test(originalCode)) return { kind: 'not-sent', reason: 'no-tls' };
  if (/^(?:EPROTOCOL|EENVELOPE|EMESSAGE|EAUTH)$/.test(code)) return { kind: 'not-sent', reason: 'refused' };
  const reason = code === 'ETIMEDOUT' || originalCode === 'ETIMEDOUT' ? 'timed-out' : 'unreachable';
  return { kind: 'not-sent', reason, retry: { after: null } };
}

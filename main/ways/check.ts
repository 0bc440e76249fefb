import { assertNever } from '../../shared/assert-never.ts';
import type { AzureSetUp, OpenIdSetUp, SetUp, SmtpSetUp, TwilioSetUp } from '../../shared/domain/way.ts';
import type { ErrorParams, SettingProblem } from '../../shared/errors.ts';
import { senderOf } from '../../shared/sender-of.ts';
import { findPresent } from '../accounts/change.ts';
import { isLoopback } from '../delivery/loopback.ts';
import { parseEmail } from '../identifiers/email.ts';
import type { ReadDb } from '../store/database.ts';
import { listSignIns } from '../store/proofs.ts';
import { isCertificates, isHost, isHttps, isIssuer, isSender, isSid, isTenant, isUuid } from './fields.ts';
import { secretOf } from './list.ts';
import type { WayParts } from './parts.ts';

/** What is wrong with which field of a set-up. */
export type FieldProblem = ErrorParams['setting-invalid'];

/** The longest text of one's own in a set-up, in characters. */
const TEXT_MAX = 255;
const LABEL_MAX = 40;
const PER_MONTH_MAX = 1000;

/** The first field of a set-up that does not hold; null where all of them do. Blanks around values are gone already. */
export function fieldProblem(parts: WayParts, db: ReadDb, setUp: SetUp): FieldProblem | null {
  switch (setUp.name) {
    case 'microsoft':
      return first(
        must('clientId', isUuid(setUp.clientId), 'not-a-client-id'),
        must('tenant', isTenant(setUp.tenant), 'not-a-tenant'),
      );
    case 'openid':
      return openId(setUp);
    case 'graph':
      return sender(parts, db, setUp);
    case 'smtp':
      return first(smtp(setUp), sender(parts, db, setUp));
    case 'twilio':
      return twilio(setUp);
    case 'azure':
      return textMessages(setUp);
    case 'webhook':
      return first(must('address', isHttps(setUp.address), 'not-https'), perMonth(setUp));
    default:
      return assertNever(setUp);
  }
}

function openId({ label, issuer, clientId, mailScope }: OpenIdSetUp): FieldProblem | null {
  return first(
    filled('label', label, LABEL_MAX),
    must('issuer', isIssuer(issuer), 'not-https'),
    filled('clientId', clientId),
    short('mailScope', mailScope),
  );
}

function smtp({ host, port, tls, login, from, certificateAuthority: pem }: SmtpSetUp): FieldProblem | null {
  return first(
    must('host', isHost(host), 'not-a-host'),
    must('port', port >= 1 && port <= 65_535, 'not-a-port'),
    // Nothing is said in the clear to another computer (security: D5).
    must('tls', tls !== 'none' || isLoopback(host), 'plain-only-here'),
    login.kind === 'password' ? filled('user', login.user) : null,
    must('from', parseEmail(from) !== null, 'not-an-email'),
    must('certificateAuthority', pem === '' || isCertificates(pem), 'not-a-certificate'),
  );
}

function twilio(setUp: TwilioSetUp): FieldProblem | null {
  const { accountSid, keySid, from } = setUp;
  return first(
    must('accountSid', isSid('AC', accountSid), 'not-an-account-sid'),
    must('keySid', keySid === '' || isSid('SK', keySid), 'not-a-key-sid'),
    isSid('MG', from) ? null : textMessages(setUp),
    perMonth(setUp),
  );
}

function textMessages(setUp: TwilioSetUp | AzureSetUp): FieldProblem | null {
  return first(must('from', isSender(setUp.from), 'not-a-sender'), perMonth(setUp));
}

function perMonth({ perMonth }: { perMonth: number }): FieldProblem | null {
  return must('perMonth', perMonth >= 1 && perMonth <= PER_MONTH_MAX, 'not-a-limit');
}

/** Whoever sends codes from an account has signed in with it, and has allowed just that. */
function sender(parts: WayParts, db: ReadDb, setUp: SetUp): FieldProblem | null {
  const account = senderOf(setUp);
  if (account === null) return null;
  return first(
    must('accountId', findPresent(db, account) !== null, 'no-such-account'),
    must('accountId', listSignIns(db, account).length > 0, 'account-cannot-send'),
    must('accountId', secretOf(parts, setUp) !== 'missing', 'account-cannot-send'),
  );
}

function filled(field: string, text: string, max = TEXT_MAX): FieldProblem | null {
  return first(must(field, text !== '', 'empty'), short(field, text, max));
}

function short(field: string, text: string, max = TEXT_MAX): FieldProblem | null {
  return must(field, text.length <= max, 'too-long');
}

function must(field: string, holds: boolean, problem: SettingProblem): FieldProblem | null {
  return holds ? null : { field, problem };
}

function first(...problems: (FieldProblem | null)[]): FieldProblem | null {
  return problems.find((problem) => problem !== null) ?? null;
}

import type { SetUp } from '../../shared/domain/way.ts';
import type { FieldProblem } from './check.ts';
import { isConnectionString, isSigningKey } from './fields.ts';
import { secretOf } from './list.ts';
import type { WayParts } from './parts.ts';
import { takesSecret } from './set-up.ts';

/** What is wrong with the secret of a set-up, where it takes one; `before` is how the way was set up so far. */
export function secretProblem(
  parts: WayParts,
  { setUp, before, secret }: { setUp: SetUp; before: SetUp | null; secret: string | null },
): FieldProblem | null {
  if (!takesSecret(setUp)) return null;
  if (secret === null) return mayKeep(parts, setUp, before) ? null : { field: 'secret', problem: 'empty' };
  if (setUp.name === 'azure' && !isConnectionString(secret)) {
    return { field: 'secret', problem: 'not-a-connection-string' };
  }
  return setUp.name === 'webhook' && !isSigningKey(secret) ? { field: 'secret', problem: 'key-too-short' } : null;
}

/**
 * Whether the secret there is goes on being used. A password must not go to another server or user than it was given
 * for: whoever changes the name of the server would only have to wait for it.
 */
function mayKeep(parts: WayParts, setUp: SetUp, before: SetUp | null): boolean {
  if (before === null || givenFor(before) !== givenFor(setUp)) return false;
  return secretOf(parts, before) !== 'missing';
}

/** What a secret was given for; null where it was given for none. */
function givenFor(setUp: SetUp): string | null {
  if (!takesSecret(setUp)) return null;
  if (setUp.name === 'smtp' && setUp.login.kind === 'password') return JSON.stringify([setUp.host, setUp.login.user]);
  return setUp.name === 'twilio' ? JSON.stringify([setUp.accountSid, setUp.keySid]) : setUp.name;
}

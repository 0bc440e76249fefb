import type { Challenge, Purpose } from '../../shared/domain/challenge.ts';
import type { Result } from '../../shared/errors.ts';
import { api } from '../ipc/client.ts';

/** Sends a code to an identifier as typed, or resumes its open challenge. */
export function start(purpose: Purpose, identifier: string): Promise<Result<Challenge>> {
  return purpose === 'sign-in' ? api.accounts.signIn({ identifier }) : api.accounts.link({ identifier });
}

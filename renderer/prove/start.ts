import type { Challenge } from '../../shared/domain/challenge.ts';
import type { CarrierName } from '../../shared/domain/names.ts';
import type { Result } from '../../shared/errors.ts';
import { api } from '../ipc/client.ts';
import type { Wish } from '../stores/steps.ts';

/** Sends a code to whom the wish names, or resumes the open challenge. Without a carrier the strongest one that fits takes the code. */
export function start(wish: Wish, carrier?: CarrierName): Promise<Result<Challenge>> {
  const by = carrier === undefined ? {} : { carrier };
  switch (wish.purpose) {
    case 'sign-in':
      return api.accounts.signIn({ identifier: wish.identifier, ...by });
    case 'link':
      return api.accounts.link({ identifier: wish.identifier, ...by });
    default:
      return api.accounts.proveAgain({ accountId: wish.accountId, ...by });
  }
}

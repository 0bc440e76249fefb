import type { CarrierName } from '../../shared/domain/names.ts';
import type { Ports } from '../ports.ts';
import type { Vault } from '../secrets/vault.ts';
import type { Endpoints } from '../sign-in/endpoints.ts';
import type { Tokens } from '../sign-in/tokens.ts';
import type { Store } from '../store/database.ts';
import type { Carrier } from './carrier.ts';

/** What real carriers work with: each reads how it is set up, and its secret, at every send. */
export interface CarrierParts extends Pick<Ports, 'clock' | 'random' | 'fetch'> {
  store: Store;
  vault: Vault;
  tokens: Tokens;
  endpoints: Endpoints;
}

/** Every carrier by its name. */
export interface Carriers {
  find(name: CarrierName): Carrier | null;
}

/** The real carriers, and the one that stands for the local mailbox. */
export function createCarriers(_parts: CarrierParts, localMailbox: Carrier): Carriers {
  const carriers = new Map<CarrierName, Carrier>([['local-mailbox', localMailbox]]);
  return { find: (name) => carriers.get(name) ?? null };
}

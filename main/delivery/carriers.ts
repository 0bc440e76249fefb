import type { CarrierName } from '../../shared/domain/names.ts';
import type { Ports } from '../ports.ts';
import type { Vault } from '../secrets/vault.ts';
import type { Endpoints } from '../endpoints.ts';
import type { Tokens } from '../sign-in/tokens.ts';
import type { Store } from '../store/database.ts';
import { createAzureCarrier } from './azure.ts';
import type { Carrier } from './carrier.ts';
import { createGraphCarrier } from './graph.ts';
import { createSmtpCarrier } from './smtp.ts';
import { createTwilioCarrier } from './twilio.ts';
import { createWebhookCarrier } from './webhook.ts';

/** What real carriers work with: each reads how it is set up, and its secret, at every send. */
export interface CarrierParts extends Pick<Ports, 'clock' | 'random' | 'fetch'> {
  store: Store;
  vault: Vault;
  tokens: Tokens;
  endpoints: Endpoints;
}

/** Every carrier by its name. */
export interface Carriers {
  find(name: CarrierName): Carrier;
}

/** The real carriers, and the one that stands for the local mailbox. */
export function createCarriers(parts: CarrierParts, localMailbox: Carrier): Carriers {
  const carriers: Record<CarrierName, Carrier> = {
    smtp: createSmtpCarrier(parts),
    graph: createGraphCarrier(parts),
    twilio: createTwilioCarrier(parts),
    azure: createAzureCarrier(parts),
    webhook: createWebhookCarrier(parts),
    'local-mailbox': localMailbox,
  };
  return { find: (name) => carriers[name] };
}

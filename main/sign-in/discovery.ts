import type * as openid from 'openid-client';
import { ok, refuse, type Result } from '../../shared/errors.ts';
import type { Channel } from './channel.ts';
import { ENDPOINTS, type Endpoints } from '../endpoints.ts';
import { failureOf, type ProtocolRefusal } from './failures.ts';
import { isIssuerOf } from './issuer.ts';
import type { Provider } from './providers.ts';

/** How far the provider's clock and ours may be apart, in seconds (security: O6). */
const CLOCK_TOLERANCE = 60;

/** A provider as it describes itself, and the library to talk to it with. */
export interface Discovered {
  client: typeof openid;
  config: openid.Configuration;
}

/** Reads how the provider describes itself; whoever describes somebody else is refused (security: O8). */
export async function discover(
  { endpoints }: { endpoints: Endpoints },
  provider: Provider,
  channel: Channel,
): Promise<Result<Discovered, ProtocolRefusal>> {
  const client = await import('openid-client');
  try {
    const config = await client.discovery(
      provider.issuer,
      provider.clientId,
      { [client.clockTolerance]: CLOCK_TOLERANCE },
      client.None(),
      {
        // The library knows Microsoft's issuers by Microsoft's address, wherever that is reached.
        [client.customFetch]: (address, init) =>
          channel.fetch(address.replace(ENDPOINTS.microsoft, endpoints.microsoft), init),
        // It leaves the signature of an id token that came over TLS alone unless told otherwise.
        execute: [client.enableNonRepudiationChecks],
      },
    );
    if (!isIssuerOf(provider, config.serverMetadata().issuer)) {
      return refuse('sign-in-invalid', { reason: 'issuer' });
    }
    return ok({ client, config });
  } catch (error) {
    return failureOf(error, channel);
  }
}

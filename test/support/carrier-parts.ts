import type { SetUp } from '../../shared/domain/way.ts';
import type { CarrierParts } from '../../main/delivery/carriers.ts';
import type { Outcome, Parcel } from '../../main/delivery/carrier.ts';
import { shortLetter } from '../../main/delivery/message.ts';
import { askRootKey } from '../../main/secrets/root-key.ts';
import { createVault } from '../../main/secrets/vault.ts';
import { ENDPOINTS } from '../../main/endpoints.ts';
import type { Tokens } from '../../main/sign-in/tokens.ts';
import { saveSetUp } from '../../main/store/ways.ts';
import { testAuthority } from './certificates.ts';
import { temporaryFolder } from './folder.ts';
import { httpsRecorder, type HttpsRecorder, type RecordedRequest } from './https-server.ts';
import { heldPorts } from './ports.ts';
import { openTestStore } from './store.ts';
import { trust } from './trust.ts';

/** The code that is on its way in these tests. */
export const CODE = '012345';
const message = shortLetter({ code: CODE, purpose: 'link', computer: 'maria-laptop' });

/** Starts a server with a certificate that this process trusts. */
export async function trustedServer(handler: Parameters<typeof httpsRecorder>[1]): Promise<HttpsRecorder> {
  const authority = await testAuthority();
  trust(authority.caPem);
  return httpsRecorder(await authority.issue(), handler);
}

/** Tokens that a test gives, newest last; one that is forgotten makes room for the next. */
export interface HeldTokens extends Tokens {
  readonly forgotten: number;
  /** How often a fresh one was refused. */
  readonly lost: number;
}

export function heldTokens(...tokens: string[]): HeldTokens {
  let [forgotten, lost] = [0, 0];
  return {
    access() {
      const value = tokens[forgotten];
      return Promise.resolve(value === undefined ? { ok: false, reason: 'sign-in-again' } : { ok: true, value });
    },
    forget: () => void (forgotten += 1),
    lose: () => void (lost += 1),
    get lost() {
      return lost;
    },
    get forgotten() {
      return forgotten;
    },
  };
}

/** What a carrier works with, on a real store and vault: a way that is set up, and its secret. */
export async function carrierParts({ setUp, secret, origin = '', tokens = heldTokens() }: CarrierTest) {
  const ports = heldPorts(temporaryFolder());
  const { store } = openTestStore(ports.folder);
  const vault = createVault({ ...ports, store, rootKey: askRootKey(ports) });
  await vault.ready();
  store.write((tx) => {
    if (setUp !== undefined) saveSetUp(tx, setUp, '2026-11-23T20:00:00.000Z');
    if (setUp !== undefined && secret !== undefined) vault.put(tx, { owner: setUp.name, purpose: 'password' }, secret);
  });
  const endpoints = { ...ENDPOINTS, graph: origin, twilio: origin };
  return { ...ports, store, vault, tokens, endpoints } satisfies CarrierParts;
}

interface CarrierTest {
  setUp?: SetUp;
  secret?: string;
  /** Where the provider is. */
  origin?: string;
  tokens?: Tokens;
}

/** A code for one recipient; `signal` is aborted by the test alone. */
export function parcel(address: string, signal = new AbortController().signal): Parcel {
  const kind = address.includes('@') ? 'email' : 'phone';
  return { identifier: { kind, value: address, address }, message, signal };
}

/** The one request that a server was asked. */
export function onlyRequest({ requests }: HttpsRecorder): RecordedRequest {
  const [request, ...others] = requests;
  if (request === undefined || others.length > 0) throw new Error(`Requests: ${requests.length}`);
  return request;
}

/** Gives a send up once the server has heard it, and tells what became of it. */
export async function givenUp(
  send: (signal: AbortSignal) => Promise<Outcome>,
  server: HttpsRecorder,
): Promise<Outcome> {
  const give = new AbortController();
  const sending = send(give.signal);
  while (server.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
  give.abort();
  return sending;
}

import * as z from 'zod';
import type { SecretBox } from '../../main/ports.ts';
import { askRootKey } from '../../main/secrets/root-key.ts';
import { createVault } from '../../main/secrets/vault.ts';
import { ENDPOINTS } from '../../main/endpoints.ts';
import { createTokens } from '../../main/sign-in/tokens.ts';
import { addAccount, findAccount } from '../../main/store/accounts.ts';
import { addProof } from '../../main/store/proofs.ts';
import { saveSetUp } from '../../main/store/ways.ts';
import { heldClock } from './clock.ts';
import { temporaryFolder } from './folder.ts';
import { accountId, proofId } from './ids.ts';
import { CLIENT_ID, MAIL_SCOPE } from './openid-provider.ts';
import { heldPorts, heldSecrets } from './ports.ts';
import { openIdSetUp } from './set-ups.ts';
import { openTestStore } from './store.ts';

/** The account that sends codes in these tests, and whose token that is. */
export const SENDER = accountId(1);
export const MAIL_TOKEN = { owner: SENDER, purpose: 'smtp-mail' } as const;

const AT = '2026-11-23T20:00:00.000Z';

/** What tokens work with, on a real store and vault in `folder`, with time held. */
export async function tokenParts(folder = temporaryFolder(), secrets: SecretBox = heldSecrets(), clock = heldClock()) {
  const ports = { ...heldPorts(folder), secrets, clock };
  const { store } = openTestStore(folder);
  const vault = createVault({ ...ports, store, rootKey: askRootKey(ports) });
  await vault.ready();
  const parts = { ...ports, store, vault, endpoints: ENDPOINTS, clientId: '', tagOf: () => '#tag' };
  const activity = () => z.array(z.unknown()).parse(store.read.query('SELECT event FROM activity').all());
  return {
    ...parts,
    tokens: createTokens(parts),
    /** Whether the account asks to sign in again. */
    isMarked: () => findAccount(store.read, SENDER)?.signInAgain,
    activity,
    keep: (token: string) => store.write((tx) => void vault.put(tx, MAIL_TOKEN, token)),
    quit: () => store.close(),
  };
}

/** Sets the provider up, and adds an account of it that may send codes with this refresh token. */
export function addSender(
  { store, keep }: Awaited<ReturnType<typeof tokenParts>>,
  issuer: string,
  token: string,
): void {
  const address = 'sender@example.com';
  store.write((tx) => {
    saveSetUp(tx, openIdSetUp({ issuer, clientId: CLIENT_ID, mailScope: MAIL_SCOPE }), AT);
    const rest = { kind: 'unknown', color: 0, name: '', position: 0, addedAt: AT, lastUsedAt: null } as const;
    addAccount(tx, { id: SENDER, identifier: address, identifierKind: 'email', address, ...rest });
    const person = { method: 'sign-in', issuer, subject: 'sender', tenant: null, objectId: null } as const;
    addProof(tx, { id: proofId(1), accountId: SENDER, provenAt: AT, ...person });
  });
  keep(token);
}

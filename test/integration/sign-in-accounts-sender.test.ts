import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { AccountId } from '../../shared/domain/account.ts';
import { value } from '../support/core.ts';
import { filesHolding } from '../support/files.ts';
import type { OpenIdProvider } from '../support/openid-provider.ts';
import { smtpSetUp } from '../support/set-ups.ts';
import { coreWithProvider, proveAgain, shown, type SignInCore } from '../support/sign-in-core.ts';

const HOUR = 3_600_000;
const Mail = z.object({ message: z.object({ body: z.object({ content: z.string() }) }) });

/** Takes mail as Graph does; answers the codes in it, newest last. */
function codesAt(provider: OpenIdProvider): string[] {
  const codes: string[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const { message } = Mail.parse(JSON.parse(await text(request)));
    codes.push(/\b\d{6}\b/.exec(message.body.content)?.[0] ?? '');
    response.writeHead(202).end();
  };
  provider.intercept = (request, response) => {
    if (request.url !== '/v1.0/me/sendMail') return false;
    void take(request, response);
    return true;
  };
  return codes;
}

/** An account at Microsoft that codes are sent from. */
async function withSender() {
  const { provider, core } = await coreWithProvider();
  const primary = await core.addBySignIn('maria@example.org');
  const sender = await core.addBySignIn('sender@outlook.com', 'microsoft');
  value(await core.commands.ways.allowSending({ accountId: sender, carrier: 'graph' }));
  value(await core.commands.ways.save({ setUp: { name: 'graph', accountId: sender }, secret: null }));
  return { provider, core, primary, sender, codes: codesAt(provider) };
}

/** Asks for a code and waits until it is sent, or is not. */
async function ask(core: SignInCore, identifier: string) {
  const { id } = value(await core.commands.accounts.link({ identifier }));
  await core.idle();
  const challenge = core.snapshot().challenges.find((challenge) => challenge.id === id);
  if (challenge === undefined) throw new Error('The challenge is gone');
  return challenge;
}

const graphOf = async (core: SignInCore) =>
  value(await core.commands.ways.list({})).find(({ name }) => name === 'graph');

/** What the provider was asked to allow last. */
const lastScope = ({ browser }: SignInCore) => new URL(browser.opened.at(-1) ?? '').searchParams.get('scope');

async function loseToken({ provider, core }: { provider: OpenIdProvider; core: SignInCore }): Promise<void> {
  core.ports.clock.sleep(HOUR);
  provider.intercept = ({ method, url }, response) => {
    if (method !== 'POST' || url !== '/token') return false;
    response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"invalid_grant"}');
    return true;
  };
  expect(await ask(core, 'first@example.org')).toMatchObject({ state: 'send-failed', failure: 'sign-in-again' });
}

test('an account whose token is refused asks to sign in again, and sends again once it has', async () => {
  const { provider, core, sender } = await withSender();
  await loseToken({ provider, core });
  expect(shown(core, sender)).toMatchObject({ signInAgain: true, proof: { strength: 'sign-in' } });
  const codes = codesAt(provider);
  value(await core.signInWith('sender@outlook.com', proveAgain(sender, 'microsoft')));
  expect(lastScope(core)).toContain('https://graph.microsoft.com/Mail.Send');
  expect(shown(core, sender).signInAgain).toBe(false);
  expect(await ask(core, 'second@example.org')).toMatchObject({ state: 'waiting', carrier: 'graph' });
  expect(codes).toHaveLength(1);
});

test('an account that sends nothing is asked for no more than who it is', async () => {
  const { core, primary, sender } = await withSender();
  value(await core.signInWith('maria@example.org', proveAgain(primary)));
  expect(lastScope(core)).toBe('openid profile email');
  value(await core.signInWith('sender@outlook.com', proveAgain(sender, 'microsoft')));
  expect(lastScope(core)).toBe('openid profile User.Read');
});

test('the mark goes with the set-up that needed the token', async () => {
  const { provider, core, sender } = await withSender();
  await loseToken({ provider, core });
  value(await core.commands.ways.forget({ name: 'graph' }));
  provider.intercept = null;
  value(await core.signInWith('sender@outlook.com', proveAgain(sender, 'microsoft')));
  expect(shown(core, sender).signInAgain).toBe(false);
});

test('what sends codes from a removed account goes with it, and not before that is final', async () => {
  const { core, sender, codes } = await withSender();
  const login = { kind: 'account', accountId: sender } as const;
  value(await core.commands.ways.allowSending({ accountId: sender, carrier: 'smtp' }));
  value(await core.commands.ways.save({ setUp: smtpSetUp({ login, from: 'sender@outlook.com' }), secret: null }));
  await removeFor(core, sender, 5_000);
  expect(await ask(core, 'early@example.org')).toMatchObject({ state: 'send-failed', failure: 'secret-missing' });
  expect(codes).toEqual([]);
  value(await core.commands.accounts.undoRemove({ accountId: sender }));
  expect(await ask(core, 'grace@example.org')).toMatchObject({ state: 'waiting' });
  expect(codes).toHaveLength(1);
  await removeFor(core, sender, 10_000);
  expect(await graphOf(core)).toMatchObject({ setUp: null });
  for (const trace of ['sender@outlook.com', sender]) expect(filesHolding(core.ports.folder, trace)).toEqual([]);
  const forgotten = core.ports.log.events.filter(({ name }) => name === 'way-forgotten');
  expect(forgotten.map(({ fields }) => fields)).toEqual([{ way: 'graph' }, { way: 'smtp' }]);
  expect(await ask(core, 'hopper@example.org')).toMatchObject({ carrier: 'local-mailbox' });
});

async function removeFor(core: SignInCore, accountId: AccountId, ms: number): Promise<void> {
  value(await core.commands.accounts.remove({ accountId, successorId: null }));
  core.ports.clock.advance(ms);
}

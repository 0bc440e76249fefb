import { expect, test } from 'vitest';
import type { Challenge } from '../../shared/domain/challenge.ts';
import { createTestCore, refusal, value, wrongCode, type TestCore } from '../support/core.ts';
import { heldSecrets } from '../support/ports.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (core: TestCore, later: number) => new Date(core.ports.clock.now() + later).toISOString();
const ask = async (core: TestCore, identifier = 'maria@example.com') =>
  value(await core.commands.accounts.signIn({ identifier }));
const submit = (core: TestCore, { id }: Challenge, code: string) =>
  core.commands.challenge.submit({ challengeId: id, code });
const openChallenges = (core: TestCore) => core.snapshot().challenges;

/** Closes the app and starts it again on the same folder and clock. */
async function restart(core: TestCore, changed: Partial<TestCore['ports']> = {}): Promise<TestCore> {
  const { folder, clock, secrets, random } = core.ports;
  await core.close();
  return createTestCore({ folder, clock, secrets, random, ...changed });
}

test('five wrong codes lock the challenge, and say when a new one may be started', async () => {
  const core = createTestCore();
  const challenge = await ask(core);
  const code = await core.newestCode();
  for (const triesLeft of [4, 3, 2, 1]) {
    const answer = await submit(core, challenge, wrongCode(code, triesLeft));
    expect(refusal(answer)).toEqual({ code: 'code-wrong', triesLeft });
  }
  const locked = refusal(await submit(core, challenge, wrongCode(code)));
  expect(locked).toEqual({ code: 'challenge-locked', retryAt: at(core, 30_000) });
  expect(openChallenges(core)).toEqual([]);
  expect(refusal(await submit(core, challenge, code))).toEqual({ code: 'challenge-closed' });
  core.ports.clock.advance(30_000);
  expect((await ask(core)).triesLeft).toBe(5);
});

test('ten wrong codes a day, over challenges and restarts; locked says until when', async () => {
  let core = createTestCore();
  const first = core.ports.clock.now();
  for (let round = 0; round < 2; round += 1) {
    const challenge = await ask(core);
    const code = await core.newestCode();
    for (let n = 1; n < 5; n += 1) await submit(core, challenge, wrongCode(code, n));
    const last = refusal(await submit(core, challenge, wrongCode(code, 5)));
    const retryAt = new Date(round === 0 ? first + 30_000 : first + 24 * HOUR).toISOString();
    expect(last).toEqual({ code: 'challenge-locked', retryAt });
    core.ports.clock.advance(30_000);
    core = await restart(core);
  }
  const closed = refusal(await core.commands.accounts.signIn({ identifier: 'MARIA@example.com' }));
  expect(closed).toEqual({
    code: 'too-many-tries',
    retryAt: new Date(first + 24 * HOUR).toISOString(),
    scope: 'identifier',
  });
  expect((await ask(core, 'other@example.com')).state).toBe('sending');
});

test('a resend refills no tries, and a limit that is reached in mid-challenge spares the right code', async () => {
  const core = createTestCore();
  const challenge = await ask(core);
  await submit(core, challenge, wrongCode(await core.newestCode()));
  core.ports.clock.advance(30_000);
  const resent = value(await core.commands.challenge.resend({ challengeId: challenge.id }));
  expect(resent).toMatchObject({ triesLeft: 4, sendNumber: 2 });
});

test('a replaced code costs no try, however often it is typed', async () => {
  const core = createTestCore();
  const challenge = await ask(core);
  const replaced = await core.newestCode();
  core.ports.clock.advance(30_000);
  value(await core.commands.challenge.resend({ challengeId: challenge.id }));
  const newest = await core.newestCode();
  for (let n = 0; n < 12; n += 1) {
    expect(refusal(await submit(core, challenge, replaced))).toEqual({ code: 'code-superseded' });
  }
  expect(openChallenges(core)[0]?.triesLeft).toBe(5);
  value(await submit(core, challenge, newest));
});

test('thirty wrong codes a day for the whole installation', async () => {
  const core = createTestCore();
  for (let who = 0; who < 6; who += 1) {
    const challenge = await ask(core, `person${who}@example.com`);
    const code = await core.newestCode();
    for (let n = 1; n <= 5; n += 1) await submit(core, challenge, wrongCode(code, n));
  }
  const refused = refusal(await core.commands.accounts.signIn({ identifier: 'seventh@example.com' }));
  expect(refused).toEqual({ code: 'too-many-tries', retryAt: at(core, 24 * HOUR), scope: 'installation' });
});

test('sends: 30 s apart and five an hour, across restarts', async () => {
  let core = createTestCore();
  const { id } = await ask(core);
  for (let send = 2; send <= 5; send += 1) {
    await core.idle();
    core = await restart(core);
    expect(refusal(await core.commands.challenge.resend({ challengeId: id }))).toEqual({
      code: 'resend-too-soon',
      retryAt: at(core, 30_000),
    });
    expect(openChallenges(core)[0]?.resendAt).toBe(at(core, 30_000));
    core.ports.clock.advance(30_000);
    expect(value(await core.commands.challenge.resend({ challengeId: id })).sendNumber).toBe(send);
  }
  core.ports.clock.advance(30_000);
  expect(refusal(await core.commands.challenge.resend({ challengeId: id }))).toEqual({
    code: 'too-many-sends',
    retryAt: at(core, HOUR - 5 * 30_000),
    scope: 'identifier',
  });
});

test('ten codes a day to numbers abroad, by the region in the preferences', async () => {
  const core = createTestCore();
  await core.signIn('+49 170 1234567');
  for (let n = 0; n < 10; n += 1) {
    value(await core.commands.accounts.link({ identifier: `+1 202 555 014${n}` }));
  }
  const abroad = await core.commands.accounts.link({ identifier: '+1 202 555 0155' });
  expect(refusal(abroad)).toMatchObject({ code: 'too-many-sends', scope: 'abroad' });
  value(await core.commands.accounts.link({ identifier: '+49 170 7654321' }));
  value(await core.commands.preferences.change({ phoneRegion: 'US' }));
  value(await core.commands.accounts.link({ identifier: '202 555 0155' }));
});

test('a challenge ends after ten minutes, and everybody hears of it', async () => {
  const core = createTestCore();
  const challenge = await ask(core);
  const code = await core.newestCode();
  expect(challenge.expiresAt).toBe(at(core, 10 * MINUTE));
  core.ports.clock.advance(10 * MINUTE - 1);
  expect(openChallenges(core)).toHaveLength(1);
  let heard = 0;
  core.subscribe(() => (heard += 1));
  core.ports.clock.advance(1);
  expect(heard).toBe(1);
  expect(openChallenges(core)).toEqual([]);
  expect(refusal(await submit(core, challenge, code))).toEqual({ code: 'challenge-expired' });
});

test('asking again resumes the open challenge without another code, also after closing', async () => {
  const core = createTestCore();
  const challenge = await ask(core);
  const code = await core.newestCode();
  const again = await restart(core);
  const resumed = await ask(again, ' MARIA@example.com');
  expect(resumed).toMatchObject({ id: challenge.id, state: 'waiting', sendNumber: 1 });
  expect(again.ports.log.events.map(({ name }) => name)).not.toContain('code-sent');
  expect(value(await submit(again, challenge, code)).purpose).toBe('sign-in');
});

test('a code that was on its way when the app stopped is interrupted, and can be sent again', async () => {
  const core = createTestCore();
  const challenge = await ask(core);
  const again = await restart(core);
  expect(openChallenges(again)).toMatchObject([{ id: challenge.id, state: 'send-failed', failure: 'interrupted' }]);
  const typed = await submit(again, challenge, '123456');
  expect(refusal(typed)).toEqual({ code: 'code-superseded' });
  again.ports.clock.advance(30_000);
  const resent = value(await again.commands.challenge.resend({ challengeId: challenge.id }));
  await again.prove(resent);
});

test('without a key store codes do not outlive the app, and the log says so', async () => {
  const core = createTestCore({ secrets: heldSecrets(false) });
  const challenge = await ask(core);
  const code = await core.newestCode();
  const again = await restart(core);
  // The first command that needs the key waits for it.
  expect(refusal(await submit(again, challenge, code))).toEqual({ code: 'code-superseded' });
  expect(openChallenges(again)).toMatchObject([{ state: 'send-failed', failure: 'interrupted' }]);
  expect(again.ports.log.events).toContainEqual({ name: 'secrets-unprotected', fields: { problem: 'none' } });
});

test('a key store that never answers holds up no window, and commands for 5 s at most', async () => {
  const never = { ...heldSecrets(), keyStore: () => new Promise<never>(() => {}) };
  const core = createTestCore({ secrets: never });
  expect(core.snapshot().revision).toBe(0);
  const asked = core.commands.accounts.signIn({ identifier: 'maria@example.com' });
  core.ports.clock.advance(5_000);
  expect(value(await asked).state).toBe('sending');
});

test('a code made while the key store did not answer is to be sent again once it does, at the cost of no try', async () => {
  const core = createTestCore();
  await ask(core, 'first@example.com');
  const never = { ...heldSecrets(), keyStore: () => new Promise<never>(() => {}) };
  const slow = await restart(core, { secrets: never });
  const asked = ask(slow);
  slow.ports.clock.advance(5_000);
  const challenge = await asked;
  const code = await slow.newestCode();
  const again = await restart(slow, { secrets: heldSecrets() });
  expect(refusal(await submit(again, challenge, code))).toEqual({ code: 'code-superseded' });
  const shown = openChallenges(again).find(({ id }) => id === challenge.id);
  expect(shown).toMatchObject({ state: 'send-failed', failure: 'interrupted', triesLeft: 5 });
});

test('a challenge for something else takes the place of the open one', async () => {
  const core = createTestCore();
  await ask(core, 'work@example.com');
  await core.signIn('maria@example.com');
  const refused = await core.commands.accounts.link({ identifier: 'work@example.com' });
  expect(refusal(refused)).toMatchObject({ code: 'resend-too-soon' });
  core.ports.clock.advance(30_000);
  await core.link('work@example.com');
  expect(openChallenges(core)).toEqual([]);
});

test('a code for what is of no use any more is refused without a try, and its challenge closes', async () => {
  const core = createTestCore();
  const late = await ask(core, 'late@example.com');
  const code = await core.newestCode();
  await core.signIn('maria@example.com');
  expect(refusal(await submit(core, late, code))).toEqual({ code: 'already-signed-in' });
  expect(refusal(await submit(core, late, code))).toEqual({ code: 'challenge-closed' });
});

test('a challenge that is given up while its code is sent stops the sending', async () => {
  const core = createTestCore();
  const { id } = await ask(core);
  value(await core.commands.challenge.cancel({ challengeId: id }));
  await core.close();
  expect(value(await core.commands.mailbox.list({}))).toEqual([]);
});

test('an unknown challenge answers like a closed one', async () => {
  const core = createTestCore();
  const challengeId = '3f0c8a86-5e7b-4d9e-9c0b-1f2a3b4c5d6e';
  const { challenge } = core.commands;
  expect(refusal(await challenge.submit({ challengeId, code: '123456' }))).toEqual({ code: 'challenge-closed' });
  expect(refusal(await challenge.resend({ challengeId }))).toEqual({ code: 'challenge-closed' });
  expect(value(await challenge.cancel({ challengeId }))).toEqual({});
});

test('the right code after wrong ones ends the run, and is not counted itself', async () => {
  const core = createTestCore();
  await core.signIn('maria@example.com');
  const challenge = value(await core.commands.accounts.link({ identifier: 'work@example.com' }));
  const code = await core.newestCode();
  for (let n = 1; n <= 4; n += 1) await submit(core, challenge, wrongCode(code, n));
  const { accountId: linked } = value(await submit(core, challenge, code));
  const { accountId } = value(
    await core.commands.accounts.remove({
      accountId: linked,
      successorId: null,
    }),
  );
  core.ports.clock.advance(MINUTE);
  expect(core.snapshot().accounts.removals.map(({ accountId: id }) => id)).not.toContain(accountId);
  // Removed and purged, the four of today still count: six more make ten.
  for (const left of [5, 1]) {
    const next = value(await core.commands.accounts.link({ identifier: 'work@example.com' }));
    const right = await core.newestCode();
    for (let n = 1; n <= left; n += 1) await submit(core, next, wrongCode(right, n));
    const last = await submit(core, next, right);
    // After five the challenge is locked; the tenth of the day leaves it open, and the right code has to wait.
    expect(refusal(last).code).toBe(left === 5 ? 'challenge-closed' : 'too-many-tries');
    core.ports.clock.advance(MINUTE);
  }
});

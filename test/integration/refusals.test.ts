import { expect, test } from 'vitest';
import { createCore } from '../../main/core.ts';
import { StoreFault } from '../../main/store/problems.ts';
import { createTestCore, refusal, value } from '../support/core.ts';
import { temporaryFolder } from '../support/folder.ts';
import { heldPorts } from '../support/ports.ts';

/** An app whose environment does what a test wants, to see what a command's trouble looks like outside. */
function troubled(environment: () => never) {
  return createTestCore({ environment });
}

test('what is thrown becomes an incident: its id is answered, its text stays in the log', async () => {
  const secret = new Error('secret text');
  const core = troubled(() => {
    throw secret;
  });
  const answer = await core.answer('app.environment', {});
  const { log } = core.ports;
  const failed = log.events.find(({ name }) => name === 'command-failed');
  const incident = failed && 'incident' in failed.fields ? failed.fields.incident : null;
  expect(incident).toMatch(/^[a-z]{10}$/);
  expect(refusal(answer)).toEqual({ code: 'unexpected', incidentId: incident });
  expect(JSON.stringify(answer)).not.toContain('secret');
  expect(log.faults).toEqual([secret]);
});

test.each(['full', 'read-only', 'failed'] as const)('a store that is %s is a refusal of its own', async (kind) => {
  const core = troubled(() => {
    throw new StoreFault(kind);
  });
  const code = `storage-${kind}`;
  expect(refusal(await core.answer('app.environment', {}))).toEqual({ code });
  const fields = { command: 'app.environment', code };
  expect(core.ports.log.events.at(-1)).toEqual({ name: 'command-refused', fields });
});

test.each([
  [false, { ok: false, error: { code: 'unexpected' } }],
  [true, { ok: true, value: { version: '0.0.0' } }],
])('what a rule answers is checked, unless trusted (%s)', async (trustOutput, expected) => {
  const ports = heldPorts(temporaryFolder());
  const odd = { ...ports.environment(), more: 1 };
  const core = createCore({ ...ports, environment: () => odd }, { trustOutput });
  if (!core.ok) throw new Error(core.problem.kind);
  expect(await core.value.answer('app.environment', {})).toMatchObject(expected);
  await core.value.close();
});

test('refusals and unknown messages are logged by name and code only', async () => {
  const core = createTestCore();
  await core.answer('accounts.signIn', { identifier: 'maria' });
  await core.answer('accounts.steal', { identifier: 'maria@example.com' });
  expect(core.ports.log.events.slice(-2)).toEqual([
    { name: 'command-refused', fields: { command: 'accounts.signIn', code: 'identifier-unrecognized' } },
    { name: 'message-refused', fields: {} },
  ]);
});

test('what is logged of a whole tour names nobody and no code', async () => {
  const core = createTestCore();
  await core.signIn('maria@example.com');
  const phone = await core.link('+49 170 1234567');
  value(await core.commands.accounts.remove({ accountId: phone, successorId: null }));
  core.ports.clock.advance(10_000);
  const codes = value(await core.commands.mailbox.list({})).map(({ text }) => text.slice(0, 6));
  const logged = JSON.stringify(core.ports.log.events);
  expect(logged).toContain('account-erased');
  for (const word of ['maria', 'example.com', '170', '1234567', ...codes]) expect(logged).not.toContain(word);
});

test('everybody hears of each commit, with its revision and topics', async () => {
  const core = createTestCore();
  const heard: unknown[] = [];
  core.subscribe((message) => heard.push(message));
  await core.signIn('maria@example.com');
  const revisions = [1, 2, 3].map((revision) =>
    expect.objectContaining({ payload: expect.objectContaining({ revision }) }),
  );
  expect(heard).toEqual(expect.arrayContaining([...revisions, { name: 'mailbox.changed', payload: {} }]));
  const topics = ['challenges', 'accounts', 'activity'];
  expect(heard.at(-1)).toEqual({ name: 'app.changed', payload: { revision: 3, topics } });
  expect(core.snapshot().revision).toBe(3);
});

test('a store that cannot be opened is told, not thrown', () => {
  const ports = heldPorts('/dev/null/nowhere');
  expect(createCore(ports)).toMatchObject({ ok: false, problem: { path: expect.stringContaining('/dev/null') } });
});

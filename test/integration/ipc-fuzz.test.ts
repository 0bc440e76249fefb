import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contract } from '../../shared/ipc/contract.ts';
import { createTestCore, value } from '../support/core.ts';
import { smtpSetUp } from '../support/set-ups.ts';

const names = Object.entries(contract).flatMap(([group, members]) =>
  Object.entries(members).flatMap(([name, { type }]) => (type === 'command' ? [`${group}.${name}`] : [])),
);

/** What structured clone carries, and what it does not. */
const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  maxDepth: 3,
  maxKeys: 3,
});
const name = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...names) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('app', 'app.changed', 'accounts.__proto__', '__proto__.x', 'constructor', ''),
  },
  { weight: 1, arbitrary: anything },
);

const uuid = '3f0c8a86-5e7b-4d9e-9c0b-1f2a3b4c5d6e';
/** Valid messages that change nothing here, to start mutations from. */
const valid: Record<string, unknown> = {
  'app.snapshot': { topics: ['accounts'] },
  'accounts.signIn': { identifier: 'nobody' },
  'accounts.link': { identifier: 'nobody' },
  'accounts.rename': { accountId: uuid, name: 'x' },
  'accounts.setKind': { accountId: uuid, kind: 'work' },
  'accounts.move': { accountId: uuid, before: null },
  'accounts.remove': { accountId: uuid, successorId: null },
  'accounts.proveAgain': { accountId: uuid, carrier: 'smtp' },
  'accounts.signInWith': { purpose: 'prove-again', provider: 'openid', accountId: uuid },
  'accounts.picture': { accountId: uuid },
  'challenge.submit': { challengeId: uuid, code: '123456' },
  'ways.fitting': { identifier: 'nobody' },
  'ways.save': { setUp: smtpSetUp({ port: 0 }), secret: null },
  'ways.forget': { name: 'smtp' },
  'ways.sendTest': { carrier: 'smtp', to: 'nobody' },
  'ways.trySignIn': { provider: 'openid' },
  'ways.allowSending': { accountId: uuid, carrier: 'graph' },
  'secrets.unlock': { passphrase: 'correct horse' },
  'notifications.change': { accountId: uuid, isOn: true, quiet: { from: '22:00', until: '07:00' } },
  'browsers.choose': { accountId: uuid, place: 'switchboard' },
  'links.add': { pattern: 'a.example', accountId: uuid },
  'links.change': { ruleId: uuid, pattern: 'a.example', accountId: uuid },
  'links.move': { ruleId: uuid, before: null },
  'links.decide': { address: 'https://a.example/' },
  'links.openAs': { accountId: uuid, address: 'https://a.example/', always: true },
  'activity.list': { accountId: null, events: null, before: null, limit: 50 },
  'groups.change': { groupId: uuid, name: 'x', color: 0 },
  'groups.move': { groupId: uuid, before: null },
  'groups.remove': { groupId: uuid },
  'groups.assign': { accountIds: [uuid], groupId: uuid },
  'groups.openAll': { groupId: uuid, serviceId: null },
  'services.open': { accountId: uuid, serviceId: 'outlook', owner: 'work' },
};

/** These take no input, so that an empty object would erase what is there: here they always get some. */
const ERASING: ReadonlySet<unknown> = new Set(['accounts.eraseEverything', 'activity.clear']);
const spared = ([command, input]: [unknown, unknown]): [unknown, unknown] =>
  ERASING.has(command) ? [command, { input }] : [command, input];

/** A valid message with one field changed, dropped or added. */
const mutated = fc
  .tuple(fc.constantFrom(...Object.keys(valid)), fc.nat(3), fc.string({ maxLength: 10 }), anything)
  .map(([command, field, key, thing]): [unknown, unknown] => {
    const entries = Object.entries(Object(valid[command]));
    if (field < entries.length) entries[field] = [entries[field]?.[0] ?? key, thing];
    else entries.push([key, thing]);
    return [command, Object.fromEntries(entries)];
  });

const message = fc.oneof(
  { weight: 3, arbitrary: fc.tuple<[unknown, unknown]>(name, anything).map(spared) },
  { weight: 2, arbitrary: mutated },
);

test('200,000 messages: each answered, refused with a code where it is not valid, and none writes', async () => {
  const core = createTestCore();
  await core.signIn('maria@example.com');
  await core.link('work@example.com');
  const before = core.snapshot();
  const codes = new Set<string>();
  let refused = 0;
  const heard: string[] = [];
  core.subscribe((event) => heard.push(event.name));
  await fc.assert(
    fc.asyncProperty(message, async ([command, input]) => {
      const answer = await core.answer(command, input);
      if (answer.ok) return;
      refused += 1;
      codes.add(answer.error.code);
    }),
    { numRuns: 200_000, seed: 20261123 },
  );
  expect(heard).toEqual([]);
  expect(core.snapshot()).toEqual(before);
  expect(core.ports.log.faults).toEqual([]);
  expect(refused).toBeGreaterThan(150_000);
  expect(codes).not.toContain('unexpected');
  expect(codes).toContain('invalid-input');
});

const deep = (depth: number): unknown => (depth === 0 ? 0 : [deep(depth - 1)]);
const cycle: Record<string, unknown> = { topics: [] };
cycle['self'] = cycle;

test.each([
  ['64 KB and more', { identifier: 'a'.repeat(40_000) }],
  ['a long array', { topics: Array(100_000).fill('accounts') }],
  ['a sparse array', { topics: Array(2 ** 31) }],
  ['great depth', deep(10_000 / 2)],
  ['a cycle', cycle],
  ['__proto__ as data', JSON.parse('{"topics":[],"__proto__":{"topics":["accounts"]}}')],
  ['constructor as data', { topics: [], constructor: { prototype: {} } }],
  ['an unknown key', { topics: [], more: 1 }],
  ['an accessor', Object.defineProperty({}, 'topics', { enumerable: true, get: () => [] })],
  [
    'a class',
    new (class Message {
      topics = [];
    })(),
  ],
  ['a function', () => {}],
  ['nothing', undefined],
])('%s is refused', async (_name, input) => {
  const core = createTestCore();
  expect(await core.answer('app.snapshot', input)).toEqual({ ok: false, error: { code: 'invalid-input' } });
  expect(value(await core.commands.app.snapshot({ topics: [] })).revision).toBe(0);
});

/** A key that reaches into prototypes, as data, in some place of a valid message. */
const reaching = fc
  .tuple(
    fc.constantFrom(...Object.keys(valid)),
    fc.constantFrom('__proto__', 'constructor', 'prototype'),
    fc.oneof(fc.constant({}), fc.constant({ isAdmin: true }), fc.constant({ prototype: { isAdmin: true } }), fc.json()),
    fc.nat(2),
  )
  .map(([command, key, thing, depth]) => {
    let holder: unknown = Object.defineProperty({}, key, { value: thing, enumerable: true });
    for (let level = 0; level < depth; level += 1) holder = level % 2 === 0 ? { more: holder } : [holder];
    const input = Object.assign(Object.create(null), valid[command]);
    const own = depth === 0 ? key : 'more';
    return [
      command,
      Object.defineProperty(input, own, { value: depth === 0 ? thing : holder, enumerable: true }),
    ] as const;
  });

test('1,000 messages that reach for a prototype: all refused, and no object has changed', async () => {
  const core = createTestCore();
  await fc.assert(
    fc.asyncProperty(reaching, async ([command, input]) => {
      expect(await core.answer(command, input)).toEqual({ ok: false, error: { code: 'invalid-input' } });
      expect(Object.prototype).not.toHaveProperty('isAdmin');
    }),
    { numRuns: 1_000, seed: 20261123 },
  );
});

test('a message without a prototype is a message', async () => {
  const core = createTestCore();
  const input = Object.assign(Object.create(null), { topics: [] });
  expect(await core.answer('app.snapshot', input)).toMatchObject({ ok: true });
});

import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openEnvelope, sealEnvelope } from '../../../main/secrets/envelope.ts';
import { createSystemRandom } from '../../../main/system.ts';

const random = createSystemRandom();
const KEY = randomBytes(32);
const seal = (content: string, boundTo = 'smtp password') => sealEnvelope(random, KEY, boundTo, Buffer.from(content));

test.each(['', 'hunter2', 'пароль ☎', 'x'.repeat(10_000)])('what was sealed opens again: %#', (content) => {
  expect(openEnvelope(KEY, 'smtp password', seal(content))?.toString()).toBe(content);
});

test('nothing of the content is to be seen', () => {
  expect(seal('hunter2').includes('hunter2')).toBe(false);
});

test('the same content never looks the same', () => {
  const envelopes = Array.from({ length: 100 }, () => seal('hunter2').toString('hex'));
  expect(new Set(envelopes).size).toBe(100);
});

test('it opens under its own key and for its own purpose only', () => {
  const envelope = seal('hunter2');
  expect(openEnvelope(randomBytes(32), 'smtp password', envelope)).toBeNull();
  expect(openEnvelope(KEY, 'twilio password', envelope)).toBeNull();
  expect(openEnvelope(KEY, '', envelope)).toBeNull();
});

test('any changed, missing or added byte is noticed', () => {
  const envelope = seal('hunter2');
  for (let at = 0; at < envelope.length; at += 1) {
    const changed = Buffer.from(envelope);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(openEnvelope(KEY, 'smtp password', changed), `byte ${at}`).toBeNull();
    expect(openEnvelope(KEY, 'smtp password', envelope.subarray(0, at)), `cut at ${at}`).toBeNull();
  }
  expect(openEnvelope(KEY, 'smtp password', Buffer.concat([envelope, Buffer.alloc(1)]))).toBeNull();
});

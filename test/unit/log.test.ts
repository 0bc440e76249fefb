import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLog, createTagger, incidentId } from '../../main/log.ts';
import { oneLine, redact } from '../../main/redact.ts';
import { temporaryFolder } from '../support/folder.ts';
import { heldRandom } from '../support/random.ts';

test('one line an event, with time, name and fields, for the owner only', async () => {
  const folder = temporaryFolder();
  const log = createLog(folder);
  log.event('code-sent', { to: '#0a1b2c3d', count: 2, practice: true });
  log.event('app-quit');
  await log.flush();
  const file = join(folder, 'logs', 'switchboard.log');
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z code-sent to="#0a1b2c3d" count=2 practice=true$/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a fault is one line under its incident, without what it is about', async () => {
  const folder = temporaryFolder();
  const error = new Error(`Could not send 123456 to maria@example.com\nfrom ${homedir()}/Documents/secret.txt`);
  const log = createLog(folder);
  log.fault('kqzvwmhaab', error);
  await log.flush();
  const text = readFileSync(join(folder, 'logs', 'switchboard.log'), 'utf8');
  expect(text.trimEnd().split('\n')).toHaveLength(1);
  expect(text).toContain('incident=kqzvwmhaab');
  expect(text).toContain('Could not send [number] to [email]');
  expect(text).toContain('log.test.ts:');
  for (const secret of ['123456', 'maria', homedir(), 'Documents', 'secret']) expect(text).not.toContain(secret);
});

test('two logs of one process stay apart', async () => {
  const [one, other] = [temporaryFolder(), temporaryFolder()];
  const logs = [createLog(one), createLog(other)];
  logs[0]?.event('app-started');
  logs[1]?.event('app-quit');
  await Promise.all(logs.map((log) => log.flush()));
  expect(readFileSync(join(one, 'logs', 'switchboard.log'), 'utf8')).not.toContain('app-quit');
});

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: length, maxLength: length });
const secret = fc.oneof(
  fc.emailAddress(),
  fc.emailAddress({ size: 'small' }).map((address) => `<${address}>`),
  digits(6),
  digits(7),
  digits(8),
  digits(9).map((number) => `+49 ${number.slice(0, 3)} ${number.slice(3)}`),
  digits(10).map((number) => `(${number.slice(0, 3)}) ${number.slice(3, 6)}-${number.slice(6)}`),
  fc.base64String({ minLength: 20, maxLength: 60 }).map((body) => `eyJhbGciOi.${body.replace(/[+/=]/g, '_')}.c2ln`),
  fc.constantFrom('/home/maria/.config/Switchboard/x.db', 'C:\\Users\\Maria\\AppData', 'file:///Users/maria/a.png'),
);
const words = fc.constantFrom('failed for', 'sent to', 'at', 'code', 'to=', 'value:', '"', '(', 'in');

test('10,000 lines with something personal: nothing of it is left', () => {
  fc.assert(
    fc.property(words, secret, words, (before, personal, after) => {
      const line = redact(`${before} ${personal} ${after}`);
      expect(line).not.toContain('@');
      expect(line).not.toMatch(/\d{6}|\d{3}[ -]\d{3}|eyJ|maria|Users/i);
    }),
    { numRuns: 10_000, seed: 20261123 },
  );
});

test('tags and incidents come through', () => {
  const tag = createTagger(Buffer.alloc(32, 1))('maria@example.com');
  expect(tag).toMatch(/^#[0-9a-f]{8}$/);
  expect(redact(`to="#12345678" incident=${incidentId(heldRandom())} to="${tag}"`)).toContain(tag);
  expect(redact('to="#12345678"')).toBe('to="#12345678"');
  expect(createTagger(Buffer.alloc(32, 2))('maria@example.com')).not.toBe(tag);
});

test('whatever is logged is one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(oneLine(text)).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    }),
    { numRuns: 5_000, seed: 20261123 },
  );
});

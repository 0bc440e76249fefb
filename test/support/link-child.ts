import { writeSync } from 'node:fs';
import type { Challenge } from '../../shared/domain/challenge.ts';
import type { Result } from '../../shared/errors.ts';
import { createCore } from '../../main/core.ts';
import type { Carrier } from '../../main/delivery/carrier.ts';
import { createSystemRandom } from '../../main/system.ts';
import { heldClock } from './clock.ts';
import { heldPorts } from './ports.ts';

const HOUR = 3_600_000;
const FROM = Date.UTC(2026, 10, 23);

/**
 * Guesses at one account and links another, hour after hour, until it is killed; prints `guessed` and `linked <email>`
 * once each is answered. Arguments: the folder, and the number of the first hour.
 */
const [folder = '', first = '0'] = process.argv.slice(2);

let arrived: (code: string) => void = () => {};
const carrier: Carrier = {
  name: 'local-mailbox',
  async send({ message }) {
    arrived(message.text.slice(0, 6));
    return { kind: 'sent' };
  },
};
const clock = heldClock(FROM + Number(first) * HOUR);
const opened = createCore({ ...heldPorts(folder), clock, random: createSystemRandom() }, { carrier });
if (!opened.ok) throw new Error(`The store did not open: ${opened.problem.kind}`);
const { accounts, challenge } = opened.value.commands;

/** Asks for a code and waits for it. */
async function ask(identifier: string): Promise<{ challengeId: Challenge['id']; code: string }> {
  const code = new Promise<string>((resolve) => (arrived = resolve));
  const isFirst = opened.ok && opened.value.snapshot().accounts.primaryId === null;
  const asked: Result<Challenge> = await (isFirst ? accounts.signIn({ identifier }) : accounts.link({ identifier }));
  if (!asked.ok) throw new Error(`No code: ${asked.error.code}`);
  return { challengeId: asked.value.id, code: await code };
}

for (let n = Number(first); ; n += 1) {
  clock.sleep(HOUR);
  const guess = await ask(`guess-${n}@example.test`);
  const wrong = guess.code === '000000' ? '000001' : '000000';
  const guessed = await challenge.submit({ challengeId: guess.challengeId, code: wrong });
  if (guessed.ok || guessed.error.code !== 'code-wrong') throw new Error('A wrong code was not told');
  writeSync(1, 'guessed\n');
  const linked = await challenge.submit(await ask(`person-${n}@example.test`));
  if (!linked.ok) throw new Error(`Not linked: ${linked.error.code}`);
  writeSync(1, `linked person-${n}@example.test\n`);
}

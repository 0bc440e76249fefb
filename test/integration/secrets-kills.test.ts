import { once } from 'node:events';
import { beforeAll, expect, test } from 'vitest';
import { bundleChild, startChild } from '../support/child.ts';
import { temporaryFolder } from '../support/folder.ts';
import { noKeyStore } from '../support/key-store.ts';
import { numbered, PASSWORD } from '../support/passphrases.ts';
import { seededRandom } from '../support/seeded.ts';
import { readyVault } from '../support/vault.ts';

const KILLS = 30;

let script = '';
beforeAll(async () => {
  script = await bundleChild('passphrase-child.ts');
});

/** Changes the passphrase in a child, kills it at some moment, and answers the last one that it said was set. */
async function changeUntilKilled(folder: string, set: number, wait: number): Promise<number> {
  const child = startChild(script, [folder, String(set)]);
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const closed = once(child, 'close');
  if (child.stdout) await Promise.race([once(child.stdout, 'data'), closed]);
  setTimeout(() => child.kill('SIGKILL'), wait);
  const [, signal] = await closed;
  expect(signal).toBe('SIGKILL');
  // A last line without its end was not said.
  return Number(output.split('\n').at(-2) ?? set);
}

test(`${KILLS} kills while the passphrase is changed: the old or the new one opens, and nothing is lost`, async () => {
  const folder = temporaryFolder();
  const random = seededRandom(3);
  let set = -1;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const said = await changeUntilKilled(folder, set, random(20));
    expect(said).toBeGreaterThan(set);
    const vault = await readyVault({ folder, secrets: noKeyStore() });
    // The kill may have come after the change, and before it was said.
    const opens = async (number: number) => (await vault.unlock({ passphrase: numbered(number) })).ok;
    set = (await opens(said)) ? said : said + 1;
    expect(await opens(set)).toBe(true);
    expect(vault.read(PASSWORD)).toBe('the secret');
    vault.quit();
  }
});

import { writeSync } from 'node:fs';
import { createCore } from '../../main/core.ts';
import { ENDPOINTS } from '../../main/endpoints.ts';
import { createSystemRandom } from '../../main/system.ts';
import { heldClock } from './clock.ts';
import { deadlyPorts, KILL_POINTS } from './kill-points.ts';
import { signInAt } from './openid-browser.ts';
import { MICROSOFT_CLIENT_ID } from './openid-provider.ts';
import { heldPorts } from './ports.ts';

const HOUR = 3_600_000;
/** After all that the parent has done on its own clock. */
const FROM = Date.UTC(2026, 11, 1);

/**
 * Is killed between the answer of a provider with tokens and its storing, at one of `KILL_POINTS`. `link`: adds whoever
 * has this login. `refresh`: has the account that sends codes send one, so that its token is refreshed; says `sent` or
 * `again` of a first one, and lets it sign in again where it must. Arguments: what to do, the folder, the provider, the
 * point, the login, and the number of this child, which is the hour it lives in.
 */
const [task = '', folder = '', origin = '', pointName = '', login = '', number = '0'] = process.argv.slice(2);

const point = KILL_POINTS.find((name) => name === pointName) ?? 'any';
const clock = heldClock(FROM + Number(number) * 4 * HOUR);
const browser = {
  open: (address: URL) => {
    void signInAt(address.href, { login });
    return Promise.resolve(true);
  },
};
const { ports, arm } = deadlyPorts(
  { ...heldPorts(folder), clock, browser, random: createSystemRandom() },
  point,
  task === 'link' ? 'account-linked' : 'token-refreshed',
);
const opened = createCore(ports, {
  endpoints: { ...ENDPOINTS, microsoft: origin, graph: origin },
  clientId: MICROSOFT_CLIENT_ID,
});
if (!opened.ok) throw new Error(`The store did not open: ${opened.problem.kind}`);
const { commands, snapshot } = opened.value;
const say = (text: string) => void writeSync(1, `${text}\n`);

async function link(): Promise<void> {
  arm();
  const purpose = snapshot().accounts.primaryId === null ? 'sign-in' : 'link';
  const linked = await commands.accounts.signInWith({ purpose, provider: 'microsoft', identifier: '' });
  say(linked.ok ? `linked ${login}` : `refused ${linked.error.code}`);
}

const send = () => commands.ways.sendTest({ carrier: 'graph', to: 'somebody@example.com' });

async function refresh(): Promise<void> {
  const before = await send();
  if (!before.ok) throw new Error(`Not tried: ${before.error.code}`);
  const [sender] = snapshot().accounts.accounts;
  if (sender === undefined) throw new Error('The account is lost');
  if (before.value.outcome === 'sent') say('sent');
  else if (before.value.failure === 'sign-in-again' && sender.signInAgain) {
    say('again');
    const allowed = await commands.ways.allowSending({ accountId: sender.id, carrier: 'graph' });
    if (!allowed.ok) throw new Error(`Not allowed: ${allowed.error.code}`);
  } else throw new Error(`Neither sent nor to sign in again: ${before.value.failure}`);
  clock.sleep(HOUR);
  arm();
  await send();
}

await (task === 'link' ? link() : refresh());
// Whoever is to be killed from outside waits for it.
if (point === 'any') setInterval(() => {}, HOUR);

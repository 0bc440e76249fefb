import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { createTransport } from 'nodemailer';
import { Bench } from 'tinybench';
import { letter } from '../../main/delivery/message.ts';
import { createSmtpCarrier } from '../../main/delivery/smtp.ts';
import { askRootKey } from '../../main/secrets/root-key.ts';
import { createVault } from '../../main/secrets/vault.ts';
import { ENDPOINTS } from '../../main/endpoints.ts';
import { saveSetUp } from '../../main/store/ways.ts';
import { testAuthority } from '../support/certificates.ts';
import { heldPorts } from '../support/ports.ts';
import { startScript } from '../support/smtp-script.ts';
import { openFolder } from './fill.ts';
import { median, middle, tell } from './report.ts';

const ROUNDS = 10;
const PER_ROUND = 10;
const LOGIN = { user: 'sender@example.com', pass: 'a password' };
const TO = 'maria@example.com';
const message = letter({ code: '012345', purpose: 'link', computer: 'maria-laptop' });

/** A server with STARTTLS and a login, which this process trusts; without the pause that a real one makes before it greets. */
async function startServer() {
  const authority = await testAuthority();
  setDefaultCACertificates([...getCACertificates('default'), authority.caPem]);
  return startScript({ tls: 'starttls', certificate: await authority.issue() });
}

/** Sends a code as the app does: set-up and password are read from the store, the answer is understood. */
async function openCarrier(folder: string, port: number) {
  const ports = heldPorts(folder);
  const { store } = openFolder(folder);
  const vault = createVault({ ...ports, store, rootKey: askRootKey(ports) });
  await vault.ready();
  const place = { host: '127.0.0.1', port, tls: 'starttls', certificateAuthority: '' } as const;
  const login = { kind: 'password', user: LOGIN.user } as const;
  store.write((tx) => {
    saveSetUp(tx, { name: 'smtp', ...place, login, from: LOGIN.user }, '2026-11-23T20:28:00.000Z');
    vault.put(tx, { owner: 'smtp', purpose: 'password' }, LOGIN.pass);
  });
  const tokens = { access: () => Promise.reject(new Error('No token')), forget: () => {}, lose: () => {} };
  const carrier = createSmtpCarrier({ ...ports, store, vault, tokens, endpoints: ENDPOINTS });
  const identifier = { kind: 'email', value: TO, address: TO } as const;
  const send = async () => {
    const { kind } = await carrier.send({ identifier, message, signal: AbortSignal.timeout(30_000) });
    if (kind !== 'sent') throw new Error(`A code was not sent: ${kind}`);
  };
  return { send, close: () => store.close() };
}

/** 100 codes by our carrier, in turn with 100 by bare nodemailer to the same server with the same TLS. */
export async function benchCodes(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
  const trusted = getCACertificates('default');
  const server = await startServer();
  const ours = await openCarrier(folder, server.port);
  const transport = createTransport({ host: '127.0.0.1', port: server.port, requireTLS: true, auth: LOGIN });
  const bare = async () => void (await transport.sendMail({ from: LOGIN.user, to: TO, ...message }));
  await ours.send();
  await bare();
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bench = new Bench({ time: 0, iterations: PER_ROUND, warmup: false });
    bench.add('ours', ours.send).add('bare', bare);
    const [mine = Number.NaN, theirs = Number.NaN] = (await bench.run()).map(middle);
    rounds.push({ mine, ratio: mine / theirs });
  }
  if (server.heard.accepted !== 2 + 2 * ROUNDS * PER_ROUND) throw new Error('The server took another number of mails');
  tell({
    what: 'Sending a code beside bare nodemailer',
    value: median(rounds.map(({ ratio }) => ratio)),
    unit: 'x',
    aim: 1.2,
    note: `${median(rounds.map(({ mine }) => mine)).toFixed(1)} ms a code; median of ${ROUNDS} rounds of ${PER_ROUND}`,
  });
  ours.close();
  server.close();
  setDefaultCACertificates(trusted);
  rmSync(folder, { recursive: true, force: true });
}

import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';
import { createCore } from '../../main/core.ts';
import { createSystemRandom } from '../../main/system.ts';
import { deadlyPorts } from './kill-points.ts';
import { signInAt } from './openid-browser.ts';
import { CLIENT_ID } from './openid-provider.ts';
import { heldPorts } from './ports.ts';
import { openIdSetUp } from './set-ups.ts';

/**
 * Links a person by sign-in, or signs them in where they are the first, and dies at one point of that. Arguments: the
 * folder, the provider, the file of its authority, the login, and the point.
 */
const [folder = '', issuer = '', authority = '', login = '', point = ''] = process.argv.slice(2);
tls.setDefaultCACertificates([...tls.getCACertificates('default'), readFileSync(authority, 'utf8')]);

const ports = deadlyPorts({ ...heldPorts(folder), random: createSystemRandom() }, point, 'account-linked');
const browser = {
  open(address: URL) {
    void signInAt(address.href, { login });
    return Promise.resolve(true);
  },
};
const opened = createCore({ ...ports, browser });
if (!opened.ok) throw new Error(`The store did not open: ${opened.problem.kind}`);
const { commands, snapshot } = opened.value;

const saved = await commands.ways.save({ setUp: openIdSetUp({ issuer, clientId: CLIENT_ID }), secret: null });
if (!saved.ok) throw new Error(`Not set up: ${saved.error.code}`);
const purpose = snapshot().accounts.primaryId === null ? 'sign-in' : 'link';
const linked = await commands.accounts.signInWith({ purpose, provider: 'openid', identifier: '' });
if (!linked.ok) throw new Error(`Not linked: ${linked.error.code}`);
// Whoever is to be killed from outside waits for it.
setInterval(() => {}, 60_000);

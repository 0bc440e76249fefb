import type { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { isIP } from 'node:net';
import { app } from '../app/app.ts';
import type { CdpSession, Protocol } from '../browser/cdp.ts';
import { ignoreGone, makeEvent } from '../events.ts';
import type { WebContents } from './web-contents.ts';

/** Asks the app about passwords of servers and proxies, and about certificates that Chromium does not trust. */
export function followAuthentication(contents: WebContents, cdp: CdpSession): void {
  const tried = new Set<string>();
  cdp.on('Fetch.authRequired', (required) => {
    const first = !tried.has(required.requestId);
    tried.add(required.requestId);
    ignoreGone(login(contents, cdp, required, first));
  });
  cdp.on('Security.certificateError', (error) => ignoreGone(certificateError(contents, cdp, error)));
}

/** The page's listeners first, then the app's; `prevented` once one of them takes the answer upon itself. */
function ask(contents: WebContents, name: string, args: unknown[]): boolean {
  const event = makeEvent();
  contents.emit(name, event, ...args);
  if (!event.defaultPrevented) app.emit(name, event, contents, ...args);
  return event.defaultPrevented;
}

async function login(
  contents: WebContents,
  cdp: CdpSession,
  { requestId, request, resourceType, authChallenge }: Protocol.Fetch.authRequiredPayload,
  firstAuthAttempt: boolean,
): Promise<void> {
  const { protocol, hostname, port } = new URL(authChallenge.origin);
  const { scheme, realm, source } = authChallenge;
  const authInfo = {
    isProxy: source === 'Proxy',
    scheme: scheme.toLowerCase(),
    host: hostname,
    port: Number(port) || (protocol === 'https:' ? 443 : 80),
    realm,
  };
  const details = { url: request.url, pid: 0, isRequestForNavigation: resourceType === 'Document', firstAuthAttempt };
  const answer = await new Promise<{ username?: string; password?: string }>((resolve) => {
    const callback = (username?: string, password = ''): void =>
      resolve(username === undefined ? {} : { username, password });
    if (!ask(contents, 'login', [details, authInfo, callback])) resolve({});
  });
  const response = answer.username === undefined ? ('CancelAuth' as const) : ('ProvideCredentials' as const);
  await cdp.send('Fetch.continueWithAuth', { requestId, authChallengeResponse: { response, ...answer } });
}

async function certificateError(
  contents: WebContents,
  cdp: CdpSession,
  { eventId, errorType, requestURL }: Protocol.Security.certificateErrorPayload,
): Promise<void> {
  const error = `net::${errorType.replace(/^net::/, '')}`;
  const certificate = await certificateOf(new URL(requestURL));
  const trusted = await new Promise<boolean>((resolve) => {
    if (!ask(contents, 'certificate-error', [requestURL, error, certificate, resolve, true])) resolve(false);
  });
  if (!trusted) contents.onCertificateRefused(error, requestURL);
  await cdp.send('Security.handleCertificateError', { eventId, action: trusted ? 'continue' : 'cancel' });
}

/** The server's certificate, asked for again: Chromium does not give one that it does not trust. Empty when that fails. */
async function certificateOf({ hostname, port }: URL): Promise<Partial<Electron.Certificate>> {
  const mapped = mapHost(hostname, Number(port) || 443);
  const { connect } = await import('node:tls'); // 10 ms that few starts need
  const socket = connect({ ...mapped, servername: isIP(hostname) ? '' : hostname, rejectUnauthorized: false });
  try {
    await once(socket, 'secureConnect', { signal: AbortSignal.timeout(2000) });
    const certificate = socket.getPeerX509Certificate();
    return certificate ? detailsOf(certificate) : {};
  } catch {
    return {};
  } finally {
    socket.destroy();
  }
}

/** Where Chromium was told by `--host-resolver-rules` to find a host. */
function mapHost(host: string, port: number): { host: string; port: number } {
  for (const rule of app.commandLine.getSwitchValue('host-resolver-rules').split(',')) {
    const [, pattern = '', target = ''] = /^\s*MAP\s+(\S+)\s+(\S+)/i.exec(rule) ?? [];
    const matches = pattern.startsWith('*') ? host.endsWith(pattern.slice(1)) : host === pattern;
    const [mapped = '', mappedPort] = target.split(':');
    if (pattern !== '' && matches) return { host: mapped, port: Number(mappedPort ?? port) };
  }
  return { host, port };
}

function nameOf(text: string): string {
  return /CN=(.*)/.exec(text)?.[1] ?? '';
}

function detailsOf(parsed: X509Certificate): Partial<Electron.Certificate> {
  return {
    data: parsed.toString(),
    fingerprint: `sha256/${Buffer.from(parsed.fingerprint256.replaceAll(':', ''), 'hex').toString('base64')}`,
    issuerName: nameOf(parsed.issuer),
    subjectName: nameOf(parsed.subject),
    serialNumber: parsed.serialNumber,
    validStart: Date.parse(parsed.validFrom) / 1000,
    validExpiry: Date.parse(parsed.validTo) / 1000,
  };
}

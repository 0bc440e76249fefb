import { isIP } from 'node:net';
import type { JsonGeneralName, X509CertificateCreateParamsBase } from '@peculiar/x509';

const HOUR = 3_600_000;
const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** What a server needs for TLS, both as PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** What a certificate says; all of it may be left out. */
export interface CertificateOptions {
  /** The host or hosts it is for, names or addresses; else it is for `localhost` and `127.0.0.1`. */
  host?: string | readonly string[];
  /** By the system's clock, which TLS goes by; it is valid for an hour before and after now. */
  notBefore?: Date;
  notAfter?: Date;
}

/** A certificate authority of a test's own, which nothing trusts until `trust` says so. */
export interface TestAuthority {
  readonly caPem: string;
  issue(options?: CertificateOptions): Promise<Certificate>;
  /** A certificate that its own key has signed, and no authority. */
  selfSigned(host?: string): Promise<Certificate>;
}

/** Makes an authority; it and its certificates take a few ms each. */
export async function testAuthority(): Promise<TestAuthority> {
  const { X509CertificateGenerator: generator, BasicConstraintsExtension, PemConverter } = await loadLibrary();
  const newKeys = () => crypto.subtle.generateKey(EC, true, ['sign', 'verify']);
  const pemOf = async ({ privateKey }: CryptoKeyPair) =>
    PemConverter.encode(await crypto.subtle.exportKey('pkcs8', privateKey), 'PRIVATE KEY');

  const keys = await newKeys();
  const ca = await generator.createSelfSigned({
    // A name of its own, so that no other authority is taken for it.
    name: `CN=Test authority ${crypto.randomUUID()}`,
    keys,
    ...validity({}),
    signingAlgorithm: EC,
    extensions: [new BasicConstraintsExtension(true, undefined, true)],
  });
  return {
    caPem: ca.toString('pem'),
    async issue(options = {}) {
      const { publicKey, privateKey } = await newKeys();
      const params = { ...(await paramsOf(options)), subject: 'CN=Test server', issuer: ca.subject, publicKey };
      const certificate = await generator.create({ ...params, signingKey: keys.privateKey });
      return { key: await pemOf({ publicKey, privateKey }), cert: certificate.toString('pem') };
    },
    async selfSigned(host) {
      const own = await newKeys();
      const params = await paramsOf(host === undefined ? {} : { host });
      const certificate = await generator.createSelfSigned({ ...params, name: 'CN=Test server', keys: own });
      return { key: await pemOf(own), cert: certificate.toString('pem') };
    },
  };
}

/** Loads the library, which looks constructor parameters up through a `Reflect` polyfill; its classes have none to find. */
function loadLibrary() {
  if (!('getMetadata' in Reflect)) {
    Object.assign(Reflect, { getMetadata: () => undefined, getOwnMetadata: () => undefined });
  }
  return import('@peculiar/x509');
}

async function paramsOf(options: CertificateOptions): Promise<X509CertificateCreateParamsBase> {
  const { SubjectAlternativeNameExtension } = await loadLibrary();
  const hosts = [options.host ?? ['localhost', '127.0.0.1']].flat();
  const names = hosts.map((value): JsonGeneralName => ({ type: isIP(value) === 0 ? 'dns' : 'ip', value }));
  return {
    ...validity(options),
    signingAlgorithm: EC,
    extensions: [new SubjectAlternativeNameExtension(names)],
  };
}

/** Two hours around now, or one on the open side of what is given. */
function validity({ notBefore, notAfter }: CertificateOptions) {
  const now = Date.now();
  return {
    notBefore: notBefore ?? new Date(Math.min(now, notAfter?.getTime() ?? now) - HOUR),
    notAfter: notAfter ?? new Date(Math.max(now, notBefore?.getTime() ?? now) + HOUR),
  };
}

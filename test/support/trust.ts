import * as tls from 'node:tls';
import { onTestFinished } from 'vitest';

/** Makes this process trust an authority, for `fetch` and TLS alike, until the test ends. */
export function trust(caPem: string): void {
  const before = tls.getCACertificates('default');
  tls.setDefaultCACertificates([...before, caPem]);
  onTestFinished(() => tls.setDefaultCACertificates(before));
}

import * as z from 'zod';

const Header = z.object({ kid: z.string() });
const Keys = z.object({ keys: z.array(z.object({ kid: z.string().optional(), issuer: z.string().optional() })) });

/**
 * Says whether the key that signed a token may sign for its issuer, so that a key of one of Microsoft's tenants cannot
 * speak for another (learn.microsoft.com, Access tokens, "Validate the signing key issuer"). The signature is checked
 * already; `keys` is the key set it was checked with, and `idToken` compact.
 */
export function isKeyOfIssuer(keys: unknown, idToken: string, { issuer, tenant }: { issuer: string; tenant: string }) {
  const header = Header.safeParse(decoded(idToken.split('.', 1)[0] ?? '')).data;
  const key = Keys.safeParse(keys).data?.keys.find(({ kid }) => kid === header?.kid);
  if (header === undefined || key === undefined) return false;
  return key.issuer === undefined || key.issuer.replace('{tenantid}', tenant) === issuer;
}

function decoded(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return null;
  }
}

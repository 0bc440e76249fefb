import { createHash } from 'node:crypto';

/** Microsoft's tenant of all personal accounts. */
export const PERSONAL_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** What a provider knows of a person; what is left out is made up from the login. */
export interface Person {
  name?: string;
  email?: string;
  emailVerified?: boolean;
  preferredUsername?: string;
  /** At Microsoft: a tenant's UUID; else the one of personal accounts. */
  tenant?: string;
  /** A picture in JPEG that Graph gives out. */
  picture?: Buffer;
}

/** All of a person, by login. */
export function personOf(people: ReadonlyMap<string, Person>, login: string) {
  return {
    name: `Person ${login.split('@')[0]}`,
    email: login,
    emailVerified: true,
    preferredUsername: login,
    tenant: PERSONAL_TENANT,
    ...people.get(login),
  };
}

/** The person's id at the provider, which tells nothing of the login. */
export function subjectOf(login: string): string {
  return createHash('sha256').update(`subject ${login}`).digest('base64url').slice(0, 27);
}

/** The person's object id at Microsoft, a UUID. */
export function objectIdOf(login: string): string {
  const hex = createHash('sha256').update(`object ${login}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The person's standard claims (OpenID Connect Core, 5.1). */
export function claimsOf(people: ReadonlyMap<string, Person>, login: string) {
  const { name, email, emailVerified, preferredUsername } = personOf(people, login);
  return { sub: login, name, email, email_verified: emailVerified, preferred_username: preferredUsername };
}

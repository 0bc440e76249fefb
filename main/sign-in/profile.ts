import * as z from 'zod';
import type { Clock, Fetch } from '../ports.ts';
import type { Picture } from '../store/profiles.ts';
import { timeLimit } from '../wait.ts';
import type { Endpoints } from '../endpoints.ts';
import { PersonName } from './identity.ts';
import { readBytes } from './read-bytes.ts';

/** What a provider says of a person. */
export interface Profile {
  name: string;
  picture: Picture | null;
}

/** The largest picture that is kept, in bytes; Graph's of 96 x 96 points take some 3 KB. */
const MAX_PICTURE = 200_000;
const MAX_ANSWER = 100_000;
/** For name and picture together, in ms. */
const LIMIT = 15_000;

const Me = z.object({ displayName: PersonName.nullable() });
const PictureType = z.enum(['image/jpeg', 'image/png']);

/** Reads name and picture from Microsoft Graph; what cannot be read is left as it is known, for it holds nothing up. */
export async function readGraphProfile(
  { fetch, clock, endpoints }: { fetch: Fetch; clock: Clock; endpoints: Endpoints },
  { accessToken, name: known, signal }: { accessToken: string; name: string; signal: AbortSignal },
): Promise<Profile> {
  const limit = timeLimit(clock, LIMIT, signal);
  const headers = { authorization: `Bearer ${accessToken}` };
  const get = (path: string) =>
    fetch(`${endpoints.graph}/v1.0/me${path}`, { headers, redirect: 'error', signal: limit.signal });
  try {
    const [name, picture] = await Promise.all([
      get('?$select=displayName')
        .then(nameIn)
        .catch(() => null),
      get('/photos/96x96/$value')
        .then(pictureIn)
        .catch(() => null),
    ]);
    return { name: name ?? known, picture };
  } finally {
    limit.end();
  }
}

async function nameIn(response: Response): Promise<string | null> {
  const text = (await readBytes(response, MAX_ANSWER)).toString();
  return response.ok ? Me.parse(JSON.parse(text)).displayName : null;
}

/** The picture, where it is one of a kind that is shown; most people have none, and Graph says so with 404. */
async function pictureIn(response: Response): Promise<Picture | null> {
  const type = PictureType.safeParse(response.headers.get('content-type')?.split(';', 1)[0]).data;
  const bytes = await readBytes(response, MAX_PICTURE);
  return response.ok && type !== undefined && bytes.length > 0 ? { bytes, type } : null;
}

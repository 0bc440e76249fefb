import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import type { OpenIdProvider } from './openid-provider.ts';

const Tokens = z.object({
  access_token: z.string(),
  id_token: z.string().optional(),
  refresh_token: z.string().optional(),
});

/** Everything secret that goes between Switchboard and the provider's token endpoint; the list grows as it goes. */
export function overhear(provider: OpenIdProvider): string[] {
  const secrets: string[] = [];
  provider.rewrite = (path, body) => {
    const tokens = Tokens.safeParse(body);
    if (path.endsWith('/token') && tokens.success)
      secrets.push(...Object.values(tokens.data).filter((token) => token !== undefined));
    return body;
  };
  provider.intercept = (request) => {
    if (request.method === 'POST' && request.url?.endsWith('/token'))
      listen(request, (form) => secrets.push(...form.filter((secret) => secret !== null)));
    return false;
  };
  return secrets;
}

/** Hears the code and the verifier in a request, without taking it from who reads it. */
function listen(request: IncomingMessage, hear: (secrets: (string | null)[]) => void): void {
  const emit = request.emit.bind(request);
  let body = '';
  Object.assign(request, {
    emit(event: string, ...given: unknown[]) {
      if (event === 'data') body += String(given[0]);
      const form = new URLSearchParams(body);
      if (event === 'end') hear([form.get('code'), form.get('code_verifier')]);
      return emit(event, ...given);
    },
  });
}

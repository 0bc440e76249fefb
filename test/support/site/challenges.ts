import { sendHtml, type Routes, type Visit } from './visit.ts';

/** Pages that ask for HTTP authentication, on every host. */
export const challengeRoutes: Routes = {
  /** Lets in whoever gives a name and a password, and greets them by it. */
  '/basic': (visit) => {
    const [scheme, credentials = ''] = (visit.request.headers.authorization ?? '').split(' ');
    if (scheme !== 'Basic') return challenge(visit, ['Basic realm="Contoso"']);
    const [name = ''] = Buffer.from(credentials, 'base64').toString().split(':');
    sendHtml(visit, `<title>Basic</title><h1>Hello ${encodeURIComponent(name)}</h1>`);
  },
  /** Lets nobody in: what matters is whether anything is sent. */
  '/ntlm': (visit) => challenge(visit, ['Negotiate', 'NTLM']),
};

function challenge(visit: Visit, ways: string[]): void {
  visit.response.setHeader('www-authenticate', ways);
  sendHtml(visit, '<title>Not signed in</title><h1>Not signed in</h1>', 401);
}

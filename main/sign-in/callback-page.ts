import { createHash } from 'node:crypto';

/** How a sign-in went, as far as the browser is told. */
export type CallbackPage = 'signed-in' | 'refused';

const SENTENCES: Record<CallbackPage, readonly [title: string, text: string]> = {
  'signed-in': ['You are signed in', 'You can close this page and go back to Switchboard.'],
  refused: ['The sign-in did not work', 'You can close this page. Switchboard says what happened.'],
};

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 16px/1.5 "Segoe UI", system-ui, sans-serif;
  background: light-dark(#f5f5f5, #1f1f1f); color: light-dark(#242424, #fff); }
main { max-width: 26rem; margin: 1rem; padding: 2.5rem; border-radius: 8px; background: light-dark(#fff, #292929);
  box-shadow: 0 2px 8px light-dark(#00000024, #00000047); }
h1 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.3; font-weight: 600; }
p { margin: 0; color: light-dark(#424242, #d6d6d6); }
`;

/** Static, and shows nothing of what was asked (security: O14). */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${sha256(STYLE)}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
} as const;

/** The page that the browser shows at the end of a sign-in. */
export function callbackPage(page: CallbackPage): string {
  const [title, text] = SENTENCES[page];
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} - Switchboard</title>
<style>${STYLE}</style></head>
<body><main><h1>${title}</h1><p>${text}</p></main></body>
</html>
`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

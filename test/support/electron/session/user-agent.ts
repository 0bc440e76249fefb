import { app } from '../app/app.ts';

/** What servers are told by a session that was not told otherwise, and by workers that outlive their page. */
export function defaultUserAgent(): string {
  return app.userAgentFallback;
}

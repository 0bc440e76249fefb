import type { session } from 'electron/main';
import { expect, test } from 'vitest';
import { openNetwork } from '../../../main/shell/network.ts';

/** Sessions that tell what they are asked, and answer once a test lets them. */
function recordingSessions() {
  const heard: string[] = [];
  const answers: (() => void)[] = [];
  const sessions = {
    fromPartition: (partition: string) => ({
      closeAllConnections() {
        heard.push(`${partition}: close`);
        return Promise.resolve();
      },
      fetch(address: string, { method = 'GET', credentials }: RequestInit) {
        heard.push(`${partition}: ${method} ${address}, credentials ${credentials}`);
        return new Promise<Response>((resolve) => answers.push(() => resolve(new Response())));
      },
    }),
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a session has 90 more members, and none of them is used
  return { heard, answers, sessions: sessions as unknown as Pick<typeof session, 'fromPartition'> };
}

const ADDRESS = 'https://graph.microsoft.com/';
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a POST goes out on a connection that served nothing before, and cuts none that is under way', async () => {
  const { heard, answers, sessions } = recordingSessions();
  const fetch = openNetwork(sessions);
  const post = () => fetch(ADDRESS, { method: 'POST' });
  const asked = [fetch(ADDRESS), post()];
  await settled();
  asked.push(post());
  await settled();
  for (const answer of answers) answer();
  await Promise.all(asked);
  void post();
  await settled();
  const sent = `switchboard-posts: POST ${ADDRESS}, credentials omit`;
  expect(heard).toEqual([
    `switchboard-requests: GET ${ADDRESS}, credentials omit`,
    'switchboard-posts: close',
    sent,
    sent,
    'switchboard-posts: close',
    sent,
  ]);
});

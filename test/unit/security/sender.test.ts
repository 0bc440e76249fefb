import type { IpcMainInvokeEvent, WebContents } from 'electron/main';
import { expect, test } from 'vitest';
import { ok } from '../../../shared/errors.ts';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from '../../../shared/ipc/bridge.ts';
import { answerWindow, tellWindow } from '../../../main/shell/ipc-host.ts';
import { recordingLog } from '../../support/log.ts';

const OWN = 'app://switchboard/index.html';
const parent = { url: OWN };

const gone = {
  get parent(): never {
    throw new Error('Render frame was disposed before WebFrameMain could be accessed');
  },
  url: OWN,
};

const FORGED: readonly unknown[] = [
  null,
  undefined,
  gone,
  {},
  { parent: null },
  { url: OWN },
  { parent: undefined, url: OWN },
  { parent, url: OWN },
  { parent, url: 'about:srcdoc' },
  ...[
    '',
    'about:blank',
    'about:srcdoc',
    'app:',
    'app://',
    'app:///switchboard',
    'app:switchboard',
    'app://switchboard.evil.example/',
    'app://switchboard.',
    'app://switchboard:1/',
    'app://user@switchboard/',
    'app://evil/?app://switchboard/',
    'app://evil/#app://switchboard/',
    'apps://switchboard/',
    'https://switchboard/',
    'https://app.switchboard/',
    'https://evil.example/app://switchboard/',
    'blob:app://switchboard/7c1d',
    'filesystem:app://switchboard/x',
    'view-source:app://switchboard/',
    'data:text/html,app://switchboard/',
    'file:///switchboard/index.html',
    'devtools://devtools/bundled/inspector.html',
    'chrome-error://chromewebdata/',
  ].map((url) => ({ parent: null, url })),
];

/** A window whose handler the test calls with frames of its own. */
function windowUnderTest() {
  const log = recordingLog();
  const asked: unknown[] = [];
  let handler: ((event: IpcMainInvokeEvent, ...args: unknown[]) => unknown) | undefined;
  const ipc = {
    handle(channel: string, given: typeof handler) {
      expect(channel).toBe(INVOKE_CHANNEL);
      handler = given;
    },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `ipc.handle` is used
  const contents = { ipc } as unknown as Pick<WebContents, 'ipc'>;
  answerWindow(contents, async (...message) => ok(asked.push(message)), log);
  const ask = async (senderFrame: unknown) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an event is forged here
    const event = { senderFrame } as IpcMainInvokeEvent;
    return handler?.(event, 'app.snapshot', {});
  };
  return { ask, asked, log };
}

test(`a message is answered only from our own page's main frame (${FORGED.length} others)`, async () => {
  expect(FORGED.length).toBeGreaterThan(30);
  const { ask, asked, log } = windowUnderTest();
  for (const frame of FORGED) expect(await ask(frame)).toEqual({ ok: false, error: { code: 'invalid-input' } });
  expect(asked).toEqual([]);
  expect(log.events).toEqual(FORGED.map(() => ({ name: 'message-refused', fields: {} })));
});

test('our own page gets its answer', async () => {
  const { ask, asked } = windowUnderTest();
  expect(await ask({ parent: null, url: OWN })).toEqual(ok(1));
  expect(asked).toEqual([['app.snapshot', {}]]);
});

test('a window that is gone is told nothing', () => {
  const sent: unknown[] = [];
  const send = (...message: unknown[]) => void sent.push(message);
  tellWindow({ isDestroyed: () => true, send }, { name: 'app.changed' });
  tellWindow({ isDestroyed: () => false, send }, { name: 'app.changed' });
  expect(sent).toEqual([[EVENT_CHANNEL, { name: 'app.changed' }]]);
});

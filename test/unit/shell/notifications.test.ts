import type { NativeImage } from 'electron/common';
import { afterEach, expect, test } from 'vitest';
import { createNotifier } from '../../../main/shell/notifications.ts';
import { nativeImage } from '../../support/electron/system/native-image.ts';
import { Notification } from '../../support/electron/system/notification.ts';
import { accountId } from '../../support/ids.ts';
import { recordingLog } from '../../support/log.ts';

afterEach(() => Notification.shown.clear());

const of = (n: number, body: string) => ({
  accountId: accountId(n),
  title: `Person ${n}`,
  body,
  initials: 'P',
  color: n,
});

/** What the system shows. */
const bodies = () => [...Notification.shown].map(({ title, body }) => `${title}: ${body}`);

function underTest(Kind = Notification) {
  const log = recordingLog();
  const seen: string[] = [];
  const notifier = createNotifier({
    Notification: Kind,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only handed on
    picture: () => nativeImage.createEmpty() as unknown as NativeImage,
    toFront: () => void seen.push('window'),
    hasFocus: () => false,
    log,
  });
  return { notifier, log, seen };
}

test('the newest of an account stands in place of the one before; others stay', () => {
  const { notifier } = underTest();
  notifier.show(of(1, '1 unread'), () => {});
  notifier.show(of(2, '5 unread'), () => {});
  notifier.show(of(1, '2 unread'), () => {});
  expect(bodies()).toEqual(['Person 2: 5 unread', 'Person 1: 2 unread']);
  expect([...Notification.shown].map(({ groupId }) => groupId)).toEqual([accountId(2), accountId(1)]);
  notifier.close(accountId(2));
  notifier.close(accountId(2));
  expect(bodies()).toEqual(['Person 1: 2 unread']);
});

test('a click brings the window first, then does what it is for; also after the system has closed it', () => {
  const { notifier, seen } = underTest();
  notifier.show(of(1, '1 unread'), () => seen.push('account'));
  const [notification] = Notification.shown;
  notification?.emit('close', {});
  notification?.emit('click', {});
  expect(seen).toEqual(['window', 'account']);
  expect(bodies()).toEqual([]);
});

test('what could not be shown is logged, without the words', () => {
  const { notifier, log } = underTest();
  notifier.show(of(1, '1 unread'), () => {});
  for (const notification of Notification.shown) notification.emit('failed', {}, 'not allowed for Person 1');
  expect(log.events).toEqual([{ name: 'notification-failed', fields: {} }]);
});

test('a system without notifications is not asked for one', () => {
  const { notifier } = underTest(
    class extends Notification {
      static override isSupported = () => false;
    },
  );
  notifier.show(of(1, '1 unread'), () => {});
  expect(bodies()).toEqual([]);
});

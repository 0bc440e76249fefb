import type { Page } from '@playwright/test';
import type { SetUp, SmtpSetUp } from '../../shared/domain/way.ts';
import type { Bridge } from '../../shared/ipc/bridge.ts';
import { expect } from './fixtures.ts';

/** Calls a command as the window does. */
export async function command(page: Page, name: string, input: object): Promise<unknown> {
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  return page.evaluate(
    ([called, given]) => {
      const bridge: Bridge = Reflect.get(window, 'switchboard');
      return bridge.invoke(called, given);
    },
    [name, input] as const,
  );
}

/** Sets a way up, as the settings do. */
export async function saveWay(page: Page, setUp: SetUp, secret: string | null = null): Promise<void> {
  expect(await command(page, 'ways.save', { setUp, secret })).toEqual({ ok: true, value: {} });
}

/** How the mail server of a test is set up. */
export function smtpSetUp(port: number, certificateAuthority: string, user: string): SmtpSetUp {
  const login = { kind: 'password', user } as const;
  const place = { host: 'localhost', port, tls: 'starttls' } as const;
  return { name: 'smtp', ...place, login, from: 'codes@example.com', certificateAuthority };
}

import { describe, expect, test } from 'vitest';
import { isDeviceSignInHost, isServiceHost, isSignInHost } from '../../../main/sessions/hosts.ts';
import { createLimiter, decideLink, decideWindow } from '../../../main/sessions/new-windows.ts';
import { services } from '../../../shared/services.ts';
import { heldClock } from '../../support/clock.ts';

type Wish = Parameters<typeof decideWindow>[0];

function decide(address: string, wish: Partial<Wish> = {}) {
  const decision = decideWindow({ address, features: '', disposition: 'foreground-tab', openPopups: 0, ...wish });
  return 'address' in decision ? `${decision.kind} ${decision.address.href}` : decision.kind;
}

const POPUP = { features: 'width=483,height=600', disposition: 'new-window' } as const;

describe('a window of its own', () => {
  test.each([
    ['https://login.microsoftonline.com/common/oauth2', POPUP],
    ['https://login.live.com/', POPUP],
    ['https://login.microsoft.com/', { disposition: 'new-window' } as const],
    ['about:blank', POPUP],
    ['about:blank', {}],
    ['', {}],
  ])('is opened for a sign-in: %s', (address, wish) => expect(decide(address, wish)).toBe('popup'));

  test('three at most', () => {
    expect(decide('about:blank', { openPopups: 2 })).toBe('popup');
    expect(decide('about:blank', { openPopups: 3 })).toBe('refuse');
    expect(decide('https://login.live.com/', { ...POPUP, openPopups: 3 })).toBe('refuse');
  });

  test.each([
    'https://evil.example/',
    'https://login.microsoftonline.com.evil.example/',
    'https://evil-login.live.com.example/',
  ])('is not for others: %s', (address) => expect(decide(address, POPUP)).toBe(`browser ${address}`));
});

test.each([
  ['https://outlook.office.com/mail/', 'tab https://outlook.office.com/mail/'],
  ['https://contoso.sharepoint.com/x', 'tab https://contoso.sharepoint.com/x'],
  ['https://contoso-my.sharepoint.com/x', 'tab https://contoso-my.sharepoint.com/x'],
  ['http://portal.azure.com/', 'tab https://portal.azure.com/'],
  ['https://login.live.com/', 'tab https://login.live.com/'],
  ['https://example.com/', 'browser https://example.com/'],
  ['http://example.com/', 'browser https://example.com/'],
  ['https://sharepoint.com.evil.example/', 'browser https://sharepoint.com.evil.example/'],
  ['https://notsharepoint.com/', 'browser https://notsharepoint.com/'],
  ['javascript:alert()', 'refuse'],
  ['data:text/html,x', 'refuse'],
  ['blob:https://outlook.office.com/x', 'refuse'],
  ['file:///etc/passwd', 'refuse'],
  ['app://switchboard/', 'refuse'],
  ['msteams:x', 'refuse'],
  ['http://example.com:8080/', 'refuse'],
  ['\0', 'refuse'],
  [`https://example.com/${'a'.repeat(2_000_000)}`, 'refuse'],
])('a link to %s', (address, expected) => expect(decide(address)).toBe(expected));

test('every service of the catalogue is one, and belongs into the session', () => {
  for (const { address } of services)
    for (const text of Object.values(address)) {
      const url = new URL(text);
      expect([text, isServiceHost(url.hostname), decideLink(url).kind]).toEqual([text, true, 'tab']);
    }
});

test('where the device signs in is a sign-in', () => {
  for (const host of [
    'device.login.microsoftonline.com',
    'certauth.login.microsoftonline.com',
    't1.certauth.login.microsoftonline.us',
  ])
    expect([host, isDeviceSignInHost(host), isSignInHost(host)]).toEqual([host, true, true]);
  for (const host of [
    'login.microsoftonline.com',
    'xcertauth.login.microsoftonline.com',
    'device.login.microsoftonline.com.evil.example',
  ])
    expect([host, isDeviceSignInHost(host)]).toEqual([host, false]);
});

test('a storm opens three, and then one every two seconds', () => {
  const clock = heldClock();
  const limiter = createLimiter(clock, 3);
  const storm = () => Array.from({ length: 100 }, () => limiter.take()).filter(Boolean).length;
  expect(storm()).toBe(3);
  clock.advance(1999);
  expect(storm()).toBe(0);
  clock.advance(1);
  expect(storm()).toBe(1);
  clock.advance(3000);
  expect(storm()).toBe(1);
  clock.advance(1000);
  expect(storm()).toBe(1);
  clock.advance(3_600_000);
  expect(storm()).toBe(3);
});

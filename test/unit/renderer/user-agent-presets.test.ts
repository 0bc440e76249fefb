import { expect, test } from 'vitest';
import { agentName, isUserAgent, presetsFrom } from '../../../renderer/pages/settings/services/user-agent-presets.ts';

const own =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Switchboard/0.1.0 Chrome/156.0.1.2 Electron/45.4.1 Safari/537.36';

test('each preset is of this system, names neither Electron nor us, and is found again by its name', () => {
  const presets = presetsFrom(own);
  expect(presets.map(({ name }) => name)).toEqual(['Microsoft Edge', 'Google Chrome', 'Firefox']);
  for (const { name, userAgent } of presets) {
    expect(userAgent).toContain('Macintosh; Intel Mac OS X 10');
    expect(userAgent).not.toMatch(/Electron|Switchboard/);
    expect(isUserAgent(userAgent)).toBe(true);
    expect(agentName(userAgent)).toBe(name);
  }
  expect(presets[0]?.userAgent).toContain('Chrome/156.0.0.0');
});

test('a user agent of an unknown form still gives presets', () => {
  for (const { userAgent } of presetsFrom('')) expect(isUserAgent(userAgent)).toBe(true);
});

test.each(['', ' '.repeat(501), 'a\nb', 'a\r\nx: y', 'ä', '\u0000'])('%j cannot be sent', (text) => {
  expect(isUserAgent(text)).toBe(false);
});

test('a text of one’s own is called by itself', () => {
  expect(agentName('Something/1.0')).toBe('Something/1.0');
});

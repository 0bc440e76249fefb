import type { BrowserName, ServicesPlace } from '../domain/browser.ts';

/** What the browsers call themselves. */
export const browserNames: Readonly<Record<BrowserName, string>> = {
  edge: 'Microsoft Edge',
  chrome: 'Google Chrome',
  chromium: 'Chromium',
  firefox: 'Firefox',
};

/** Where services open. */
export const placeNames: Readonly<Record<ServicesPlace, string>> = { switchboard: 'Switchboard', ...browserNames };

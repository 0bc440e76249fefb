import type { Page } from '@playwright/test';

/** The services that the active account has open, and what surrounds the page of the one that is shown. */
export function tabs(page: Page) {
  const strip = page.getByRole('tablist', { name: 'Open services' });
  const controls = page.getByRole('group', { name: 'Page', exact: true });
  const control = (name: string) => controls.getByRole('button', { name, exact: true });
  const search = page.getByRole('search');
  const downloads = page.getByRole('list', { name: 'Downloads' });
  return {
    strip,
    all: strip.getByRole('tab'),
    dashboard: strip.getByRole('tab', { name: 'Dashboard' }),
    /** By the name of its service, which each name begins with. */
    tab: (service: string) => strip.getByRole('tab', { name: new RegExp(`^${service}(,|$)`) }),
    shown: strip.getByRole('tab', { selected: true }),
    controls,
    back: control('Back'),
    forward: control('Forward'),
    reload: control('Reload'),
    stop: control('Stop loading'),
    openInBrowser: control('Open in browser'),
    copyAddress: control('Copy address'),
    /** The whole address stands in its title; what is drawn may be cut. */
    address: controls.locator('[data-address]'),
    more: control('More'),
    /** Opens the menu and picks one of its items. */
    async pick(name: 'Find in page' | 'Print' | 'Zoom in' | 'Zoom out' | 'Original size' | 'Close tab') {
      await control('More').click();
      await page.getByRole('menuitem', { name, exact: true }).click();
    },
    find: search.getByRole('textbox', { name: 'Find in page' }),
    found: search.getByRole('status'),
    /** What the page asks for. */
    ask: page.getByRole('alertdialog', { name: / wants to use / }),
    allow: page.getByRole('button', { name: 'Allow', exact: true }),
    refuse: page.getByRole('button', { name: "Don't allow" }),
    /** Why the page is not there, as the heading says it. */
    problem: page.getByRole('tabpanel').getByRole('heading', { level: 2 }),
    problemButton: (name: string) => page.getByRole('tabpanel').getByRole('button', { name, exact: true }).last(),
    /** The offer of a real browser. */
    wantsBrowser: page.getByRole('region', { name: 'Open in browser' }),
    unsaved: page.getByRole('alertdialog', { name: 'Close this tab?' }),
    downloads,
    download: (fileName: string) => downloads.getByRole('listitem').filter({ hasText: fileName }),
  };
}

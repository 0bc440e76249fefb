import type { Page } from '@playwright/test';

/** The active account and its services. */
export function dashboard(page: Page) {
  return {
    heading: page.getByRole('heading', { name: 'Dashboard', level: 1 }),
    /** The part of the page where the active account is told. */
    main: page.getByRole('main'),
    services: page.getByRole('list', { name: 'Services' }).first(),
    /** The button beside a service's tile that opens it in a real browser. */
    inBrowser: (group: string, service: string) =>
      page
        .getByRole('list', { name: group })
        .getByRole('listitem')
        .filter({ has: page.getByRole('button', { name: service, exact: true }) })
        .getByRole('button', { name: 'Open in browser' }),
  };
}

import { type ComponentType, lazy } from 'react';
import { DashboardPage } from '../pages/dashboard/dashboard-page.tsx';
import { SignInPage } from '../pages/sign-in/sign-in-page.tsx';
import { type PageName, useView } from '../stores/view.ts';

// One of the two static ones comes first at every start; the others are loaded when they are asked for.
const Mailbox = lazy(async () => ({ default: (await import('../pages/mailbox/mailbox-page.tsx')).MailboxPage }));

const pages: Record<PageName, ComponentType> = {
  dashboard: DashboardPage,
  'your-info': lazy(async () => ({ default: (await import('../pages/your-info/your-info-page.tsx')).YourInfoPage })),
  'local-mailbox': Mailbox,
  preferences: lazy(async () => ({
    default: (await import('../pages/preferences/preferences-page.tsx')).PreferencesPage,
  })),
};

/** The page to show. Before the first sign-in that is the sign-in, or the mailbox its code arrives in. */
export function CurrentPage({ signedIn }: { signedIn: boolean }) {
  const page = useView((view) => view.page);
  if (!signedIn) return page === 'local-mailbox' ? <Mailbox /> : <SignInPage />;
  const Shown = pages[page];
  return <Shown />;
}

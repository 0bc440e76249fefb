import { type ComponentType, lazy } from 'react';
import { type PageName, useView } from '../stores/view.ts';

const SignIn = lazy(async () => ({ default: (await import('../pages/sign-in/sign-in-page.tsx')).SignInPage }));
const Mailbox = lazy(async () => ({ default: (await import('../pages/mailbox/mailbox-page.tsx')).MailboxPage }));

const pages: Record<PageName, ComponentType> = {
  dashboard: lazy(async () => ({ default: (await import('../pages/dashboard/dashboard-page.tsx')).DashboardPage })),
  'your-info': lazy(async () => ({ default: (await import('../pages/your-info/your-info-page.tsx')).YourInfoPage })),
  'local-mailbox': Mailbox,
  preferences: lazy(async () => ({
    default: (await import('../pages/preferences/preferences-page.tsx')).PreferencesPage,
  })),
};

/** The page to show. Before the first sign-in that is the sign-in, or the mailbox its code arrives in. */
export function CurrentPage({ signedIn }: { signedIn: boolean }) {
  const page = useView((view) => view.page);
  if (!signedIn) return page === 'local-mailbox' ? <Mailbox /> : <SignIn />;
  const Shown = pages[page];
  return <Shown />;
}

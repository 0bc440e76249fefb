import { type ComponentType, lazy } from 'react';
import { DashboardPage } from '../pages/dashboard/dashboard-page.tsx';
import { SignInPage } from '../pages/sign-in/sign-in-page.tsx';
import { useShownTab } from '../stores/tabs.ts';
import { type PageName, useView } from '../stores/view.ts';

// One of the two static ones comes first at every start; the others are loaded when they are asked for.
const pages: Record<PageName, ComponentType> = {
  dashboard: DashboardPage,
  'your-info': lazy(async () => ({ default: (await import('../pages/your-info/your-info-page.tsx')).YourInfoPage })),
  'local-mailbox': lazy(async () => ({ default: (await import('../pages/mailbox/mailbox-page.tsx')).MailboxPage })),
  activity: lazy(async () => ({ default: (await import('../pages/activity/activity-page.tsx')).ActivityPage })),
  settings: lazy(async () => ({ default: (await import('../pages/settings/settings-page.tsx')).SettingsPage })),
};

const ServicePage = lazy(async () => ({ default: (await import('../tabs/service-page.tsx')).ServicePage }));

/** The page to show, or the service. Before the first sign-in: the sign-in, the mailbox its code arrives in, or what it needs to be set up. */
export function CurrentPage({ signedIn }: { signedIn: boolean }) {
  const page = useView((view) => view.page);
  const tab = useShownTab();
  if (!signedIn && page !== 'local-mailbox' && page !== 'settings') return <SignInPage />;
  if (tab !== null) return <ServicePage tab={tab} />;
  const Shown = pages[page];
  return <Shown />;
}

import { Button, makeStyles, Tab, TabList } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { Page } from '../../components/page.tsx';
import { useSnapshot } from '../../stores/snapshot.ts';
import { useView } from '../../stores/view.ts';
import { General } from './general/general.tsx';
import { Notifications } from './notifications/notifications.tsx';
import { Links } from './links/links.tsx';
import { Verification } from './verification/verification.tsx';

const useStyles = makeStyles({
  // In line with the heading: Fluent keeps room around a tab.
  tabs: { marginInlineStart: '-12px' },
});

const TABS = ['general', 'verification', 'links', 'notifications'] as const;
type TabName = (typeof TABS)[number];

/** The tab that a part stands in; each way of proving has a page of its own under Verification. */
function tabOf(part: unknown): TabName {
  return TABS.find((name) => name === part) ?? 'verification';
}

/** What the person prefers, how identifiers are proven, which account opens which link, and what is told when. */
export function SettingsPage() {
  const part = useView((view) => view.settings);
  const open = useView((view) => view.openSettings);
  const tab = tabOf(part);
  return (
    <Page title="Settings" actions={<BackToSignIn />}>
      <TabList className={useStyles().tabs} selectedValue={tab} onTabSelect={(_, { value }) => open(tabOf(value))}>
        <Tab id="tab-general" value="general" aria-controls="settings-panel">
          General
        </Tab>
        <Tab id="tab-notifications" value="notifications" aria-controls="settings-panel">
          Notifications
        </Tab>
        <Tab id="tab-verification" value="verification" aria-controls="settings-panel">
          Verification
        </Tab>
        <Tab id="tab-links" value="links" aria-controls="settings-panel">
          Links
        </Tab>
      </TabList>
      <div role="tabpanel" id="settings-panel" aria-labelledby={`tab-${tab}`}>
        {part === 'general' && <General />}
        {part === 'links' && <Links />}
        {part === 'notifications' && <Notifications />}
        {part !== 'general' && part !== 'links' && part !== 'notifications' && <Verification part={part} />}
      </div>
    </Page>
  );
}

/** Who is not signed in has no menu to leave by. */
function BackToSignIn() {
  const signedIn = useSnapshot(({ accounts }) => accounts.primaryId !== null);
  const go = useView((view) => view.go);
  if (signedIn) return null;
  return (
    <Button icon={<ArrowLeft20Regular />} onClick={() => go('dashboard')}>
      Back to sign in
    </Button>
  );
}

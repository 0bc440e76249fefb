import { Button, makeStyles, Tab, TabList } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { Page } from '../../components/page.tsx';
import { useSnapshot } from '../../stores/snapshot.ts';
import { type SettingsPart, useView } from '../../stores/view.ts';
import { General } from './general/general.tsx';
import { Links } from './links/links.tsx';
import { Notifications } from './notifications/notifications.tsx';
import { Services } from './services/services.tsx';
import { Verification } from './verification/verification.tsx';

const useStyles = makeStyles({
  // In line with the heading: Fluent keeps room around a tab.
  // In a narrow window they go on below, and the page does not scroll sideways.
  tabs: { marginInlineStart: '-12px', flexWrap: 'wrap' },
});

const tabs = [
  { value: 'general', label: 'General' },
  { value: 'services', label: 'Services' },
  { value: 'verification', label: 'Verification' },
  { value: 'links', label: 'Links' },
  { value: 'notifications', label: 'Notifications' },
] as const;

/** What the person prefers, how services open, how identifiers are proven, which account opens which link, and what is told. */
export function SettingsPage() {
  const part = useView((view) => view.settings);
  const open = useView((view) => view.openSettings);
  const tab = tabs.find(({ value }) => value === part)?.value ?? 'verification';
  return (
    <Page title="Settings" actions={<BackToSignIn />}>
      <TabList
        className={useStyles().tabs}
        selectedValue={tab}
        onTabSelect={(_, data) => open(tabs.find(({ value }) => value === data.value)?.value ?? 'general')}
      >
        {tabs.map(({ value, label }) => (
          <Tab key={value} id={`tab-${value}`} value={value} aria-controls="settings-panel">
            {label}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id="settings-panel" aria-labelledby={`tab-${tab}`}>
        <Part part={part} />
      </div>
    </Page>
  );
}

function Part({ part }: { part: SettingsPart }) {
  switch (part) {
    case 'general':
      return <General />;
    case 'services':
      return <Services />;
    case 'links':
      return <Links />;
    case 'notifications':
      return <Notifications />;
    default:
      return <Verification part={part} />;
  }
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

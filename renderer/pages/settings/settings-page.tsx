import { Button, makeStyles, Tab, TabList } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { Page } from '../../components/page.tsx';
import { useSnapshot } from '../../stores/snapshot.ts';
import { useView } from '../../stores/view.ts';
import { General } from './general/general.tsx';
import { Links } from './links/links.tsx';
import { Verification } from './verification/verification.tsx';

const useStyles = makeStyles({
  // In line with the heading: Fluent keeps room around a tab.
  tabs: { marginInlineStart: '-12px' },
});

/** What the person prefers, how identifiers are proven, and which account opens which link. */
export function SettingsPage() {
  const part = useView((view) => view.settings);
  const open = useView((view) => view.openSettings);
  const tab = part === 'general' || part === 'links' ? part : 'verification';
  return (
    <Page title="Settings" actions={<BackToSignIn />}>
      <TabList
        className={useStyles().tabs}
        selectedValue={tab}
        onTabSelect={(_, { value }) => open(value === 'general' || value === 'links' ? value : 'verification')}
      >
        <Tab id="tab-general" value="general" aria-controls="settings-panel">
          General
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
        {part !== 'general' && part !== 'links' && <Verification part={part} />}
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

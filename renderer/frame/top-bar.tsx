import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowSwap24Regular } from '@fluentui/react-icons/svg/arrow-swap';
import { Settings20Regular } from '@fluentui/react-icons/svg/settings';
import { lazy, Suspense, useEffect, useRef } from 'react';
import type { Account } from '../../shared/domain/account.ts';
import { announce } from '../components/announce.tsx';
import { activeAccount, useSnapshot } from '../stores/snapshot.ts';
import { useTabs } from '../stores/tabs.ts';
import { useView } from '../stores/view.ts';
import { showDashboard } from '../tabs/show.ts';
import { ProfileMenu } from './profile-menu.tsx';

const TabStrip = lazy(async () => ({ default: (await import('../tabs/tab-strip.tsx')).TabStrip }));

const useStyles = makeStyles({
  root: {
    // Above the page, because the profile menu opens from here.
    position: 'relative',
    zIndex: 1,
    flexShrink: 0,
    boxSizing: 'border-box',
    height: '56px',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  brand: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  icon: { color: tokens.colorBrandForeground1 },
  plain: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, paddingInline: '12px' },
  active: {
    flexGrow: 1,
    minWidth: 0,
    textAlign: 'end',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
  // The open services need the room more: whose they are also stands in the bar of the page.
  beside: { flexGrow: 0, flexShrink: 0, maxWidth: '220px', '@media (max-width: 900px)': { display: 'none' } },
  iconOnly: { '@media (max-width: 900px)': { minWidth: '32px', fontSize: 0 } },
});

/** The name of the app, the active account, and its menu. */
export function TopBar({ signedIn }: { signedIn: boolean }) {
  const styles = useStyles();
  const active = useSnapshot(activeAccount);
  const go = useView((view) => view.go);
  const hasTabs = useHasTabs();
  useAnnouncedSwitch(active);
  const icon = <ArrowSwap24Regular className={styles.icon} />;
  return (
    <header className={styles.root}>
      {signedIn ? (
        <Button
          appearance="transparent"
          className={mergeClasses(styles.brand, hasTabs && styles.iconOnly)}
          icon={icon}
          aria-label="Switchboard, go to the dashboard"
          onClick={showDashboard}
        >
          Switchboard
        </Button>
      ) : (
        <span className={`${styles.brand} ${styles.plain}`}>
          {icon}
          Switchboard
        </span>
      )}
      <Suspense>{hasTabs && <TabStrip />}</Suspense>
      <span className={mergeClasses(styles.active, hasTabs && styles.beside)} title={active?.identifier.display}>
        {active?.identifier.display}
      </span>
      {signedIn && active && <ProfileMenu active={active} />}
      {!signedIn && (
        <Button appearance="subtle" icon={<Settings20Regular />} onClick={() => go('settings')}>
          Settings
        </Button>
      )}
    </header>
  );
}

/** Whether the tabs of the active account are shown: beside its dashboard, and beside each of its services. */
function useHasTabs(): boolean {
  const hasTabs = useTabs(({ tabs }) => tabs.length > 0);
  const page = useView((view) => view.page);
  return hasTabs && page === 'dashboard';
}

/** Has a switch read out wherever it came from: menu, switcher, shortcut or tray. */
function useAnnouncedSwitch(active: Account | undefined): void {
  const last = useRef<string>(undefined);
  const [id, name] = [active?.id, active?.identifier.display];
  useEffect(() => {
    if (last.current !== undefined && id !== undefined && last.current !== id) announce(`Switched to ${name}.`);
    last.current = id;
  }, [id, name]);
}

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { ArrowRight20Regular } from '@fluentui/react-icons/svg/arrow-right';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import type { ReactElement } from 'react';
import type { Tab } from '../../shared/domain/tab.ts';
import { colors } from '../colors.ts';
import { AccountAvatar } from '../components/account-avatar.tsx';
import { api } from '../ipc/client.ts';
import { useAccount } from '../stores/snapshot.ts';
import { AddressLine } from './address-line.tsx';
import { MoreMenu } from './more-menu.tsx';
import { openInBrowser } from './show.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  root: {
    // Above the room of the page, because the menu opens from here.
    position: 'relative',
    zIndex: 1,
    flexShrink: 0,
    boxSizing: 'border-box',
    height: '40px',
    display: 'flex',
    alignItems: 'center',
    gap: '2px',
    paddingInline: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    borderTop: '3px solid',
  },
  account: {
    display: 'flex',
    marginInlineEnd: tokens.spacingHorizontalXS,
    '@media (max-width: 480px)': { display: 'none' },
  },
  wide: { '@media (max-width: 480px)': { display: 'none' } },
});

/** Whose page this is, where it is, and what can be done with it. */
export function ServiceBar({ tab }: { tab: Tab }) {
  const styles = useStyles();
  const account = useAccount(tab.accountId);
  const color = colors[account?.color ?? 0] ?? colors[0];
  const tabId = tab.id;
  return (
    <div role="group" aria-label={words.controls} className={styles.root} style={{ borderTopColor: color.foreground }}>
      {account && (
        <span className={styles.account} title={account.identifier.display}>
          <AccountAvatar account={account} size={24} />
        </span>
      )}
      <BarButton
        label={words.back}
        icon={<ArrowLeft20Regular />}
        isOff={!tab.canGoBack}
        onClick={() => void api.tabs.go({ tabId, to: 'back' })}
      />
      <BarButton
        label={words.forward}
        icon={<ArrowRight20Regular />}
        isOff={!tab.canGoForward}
        onClick={() => void api.tabs.go({ tabId, to: 'forward' })}
      />
      {tab.isLoading ? (
        <BarButton label={words.stop} icon={<Dismiss20Regular />} onClick={() => void api.tabs.stop({ tabId })} />
      ) : (
        <BarButton
          label={words.reload}
          icon={<ArrowClockwise20Regular />}
          onClick={() => void api.tabs.reload({ tabId })}
        />
      )}
      <AddressLine address={tab.address} />
      <span className={styles.wide}>
        <BarButton label={words.openInBrowser} icon={<Open20Regular />} onClick={() => void openInBrowser(tabId)} />
      </span>
      <MoreMenu tab={tab} />
    </div>
  );
}

interface BarButtonProps {
  label: string;
  icon: ReactElement;
  isOff?: boolean;
  onClick(): void;
}

/** A button that is off keeps the focus: the page before may be the first. */
function BarButton({ label, icon, isOff = false, onClick }: BarButtonProps) {
  return (
    <Button
      size="small"
      appearance="subtle"
      aria-label={label}
      title={label}
      icon={icon}
      disabledFocusable={isOff}
      onClick={onClick}
    />
  );
}

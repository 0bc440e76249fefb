import { CounterBadge, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { Speaker216Regular } from '@fluentui/react-icons/svg/speaker';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { Tab } from '../../shared/domain/tab.ts';
import { serviceIcons } from '../components/service-icons.ts';
import { shownTabId } from '../stores/tabs.ts';
import { closeTab, enterPage, showTab } from './show.ts';
import { StripTab } from './strip-tab.tsx';
import { labelOf } from './title.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  icon: { width: '20px', height: '20px', color: tokens.colorBrandForeground1 },
  asleep: { color: tokens.colorNeutralForeground3, opacity: 0.7 },
  mark: {
    flexShrink: 0,
    marginInlineStart: tokens.spacingHorizontalXS,
    '@container (max-width: 48px)': { display: 'none' },
  },
  close: {
    flexShrink: 0,
    display: 'flex',
    padding: '4px',
    marginInline: '4px -8px',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '@container (max-width: 110px)': { display: 'none' },
  },
});

interface Props {
  tab: Tab;
  isShown: boolean;
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
}

/** A service that is open. It is closed by its cross, the middle button of the mouse, and the Delete key. */
export function ServiceTab({ tab, isShown, onKeyDown }: Props) {
  const styles = useStyles();
  const { text, name, unread, icon } = labelOf(tab);
  const Icon = serviceIcons[icon];

  async function show(event: MouseEvent) {
    // No button of its own: a tab has no children that a screen reader could go to.
    if (event.target instanceof Element && event.target.closest('[data-close]')) {
      await closeTab(tab);
      const shown = shownTabId();
      // Another one was closed: the person goes on in the page.
      if (shown !== null && shown !== tab.id) enterPage(shown);
      return;
    }
    await showTab(tab.id);
    // Whoever clicks goes on in the page; whoever presses Enter may go on to the next tab.
    if (event.detail > 0) enterPage(tab.id);
  }

  return (
    <StripTab
      name={name}
      text={text}
      title={name}
      aria-description={words.closeHint}
      icon={<Icon className={`${styles.icon} ${tab.isAsleep ? styles.asleep : ''}`} />}
      isShown={isShown}
      onShow={(event) => void show(event)}
      onAuxClick={({ button }) => button === 1 && void closeTab(tab)}
      onKeyDown={(event) => (event.key === 'Delete' ? void closeTab(tab) : onKeyDown(event))}
    >
      {tab.isAudible && <Speaker216Regular className={styles.mark} />}
      {unread !== null && unread > 0 && <CounterBadge className={styles.mark} size="small" count={unread} />}
      <span data-close aria-hidden className={styles.close}>
        <Dismiss16Regular />
      </span>
    </StripTab>
  );
}

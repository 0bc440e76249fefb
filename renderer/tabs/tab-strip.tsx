import { makeStyles } from '@fluentui/react-components';
import { Home20Regular } from '@fluentui/react-icons/svg/home';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useRescuedFocus } from '../components/use-rescued-focus.ts';
import { useTabs } from '../stores/tabs.ts';
import { ServiceTab } from './service-tab.tsx';
import { showTab } from './show.ts';
import { StripTab } from './strip-tab.tsx';
import { UnsavedQuestion } from './unsaved-question.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  root: {
    alignSelf: 'stretch',
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '2px',
    // Tabs that have no more room are scrolled to; the bar for it would be as high as they are.
    overflowX: 'auto',
    scrollbarWidth: 'none',
  },
});

const SELECTED = '[role="tab"][aria-selected="true"]';

/** The active account's dashboard and what it has open. The arrow keys move among the tabs, and Enter shows one. */
export function TabStrip() {
  const styles = useStyles();
  const { tabs, shownId } = useTabs();
  const strip = useRef<HTMLDivElement>(null);
  const selected = () => strip.current?.querySelector<HTMLElement>(SELECTED) ?? null;
  // A tab that is gone tells nobody of it, so this stays true for whoever closed it by a key.
  const hasFocus = useRef(false);
  useRescuedFocus(tabs.length, () => (hasFocus.current ? selected() : null));
  useEffect(() => {
    if (strip.current === null) return undefined;
    // At once, and whenever the window leaves more room or less.
    const observer = new ResizeObserver(() => selected()?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
    observer.observe(strip.current);
    return () => observer.disconnect();
  }, [shownId, tabs.length]);
  return (
    <>
      <div
        ref={strip}
        role="tablist"
        aria-label={words.tabs}
        className={styles.root}
        onFocus={() => {
          hasFocus.current = true;
        }}
        onBlur={() => {
          hasFocus.current = false;
        }}
      >
        <StripTab
          name={words.dashboard}
          text={words.dashboard}
          icon={<Home20Regular />}
          isShown={shownId === null}
          onShow={() => void showTab(null)}
          onKeyDown={moveFocus}
        />
        {tabs.map((tab) => (
          <ServiceTab key={tab.id} tab={tab} isShown={tab.id === shownId} onKeyDown={moveFocus} />
        ))}
      </div>
      <UnsavedQuestion />
    </>
  );
}

/** Moves the focus to a neighbouring tab, or to the first or last one. Only shows nothing: that could wake a page. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const all = [...(event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
  const at = all.indexOf(event.currentTarget);
  const targets: Partial<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowRight: (at + 1) % all.length,
    Home: 0,
    End: -1,
  };
  const target = targets[event.key];
  if (target === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  all.at(target)?.focus();
}

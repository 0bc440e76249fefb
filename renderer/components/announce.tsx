import { makeStyles } from '@fluentui/react-components';
import { create } from 'zustand';

const useAnnouncement = create<{ text: string; count: number }>(() => ({ text: '', count: 0 }));

/** Lets a screen reader say `text` when it has finished what it says now. */
export function announce(text: string): void {
  useAnnouncement.setState((now) => ({ text, count: now.count + 1 }));
}

const useStyles = makeStyles({
  hidden: {
    position: 'fixed',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** The one live region of the window. The key makes the same words twice two announcements. */
export function Announcer() {
  const { text, count } = useAnnouncement();
  return (
    <div aria-live="polite" className={useStyles().hidden}>
      <span key={count}>{text}</span>
    </div>
  );
}

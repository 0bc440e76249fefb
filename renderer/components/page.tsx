import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { useView } from '../stores/view.ts';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '1040px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXL} clamp(16px, 4vw, 40px) 64px`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  title: { ...typographyStyles.title2, margin: 0, outlineStyle: 'none' },
});

/** Names the window after what it shows, for whoever switches between windows or hears their names. */
export function useWindowTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} - Switchboard`;
  }, [title]);
}

/** Gives the focus to the page's heading, where what had it is gone. */
export function focusPage(): void {
  document.querySelector<HTMLElement>('main h1')?.focus();
}

interface Props {
  title: string;
  /** Buttons beside the heading. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A page: its heading, which gets the focus after a navigation, and what follows. */
export function Page({ title, actions, children }: Props) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useWindowTitle(title);
  useEffect(() => {
    const { navigations, dialog } = useView.getState();
    if (navigations > 0 && dialog === null) heading.current?.focus();
  }, []);
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {actions}
      </div>
      {children}
    </div>
  );
}

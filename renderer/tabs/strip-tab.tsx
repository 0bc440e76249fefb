import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, MouseEvent, ReactElement, ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    flexGrow: 0,
    flexShrink: 1,
    flexBasis: '200px',
    minWidth: '44px',
    height: '40px',
    justifyContent: 'flex-start',
    paddingInline: tokens.spacingHorizontalM,
    fontWeight: tokens.fontWeightRegular,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
    containerType: 'inline-size',
    // The cross takes room from the title only where it is about to be used.
    ':not(:hover):not([aria-selected="true"]) [data-close]': { display: 'none' },
  },
  // The dashboard gives its words up only where there is little room altogether.
  lasting: { flexShrink: 0, flexBasis: '128px', '@media (max-width: 900px)': { flexBasis: '44px' } },
  shown: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    // What the system's own colours leave of it in high contrast.
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
  // Of many tabs the one that is shown keeps some of its title, and its cross.
  room: { flexShrink: 0, flexBasis: 'clamp(144px, 15vw, 200px)' },
  text: {
    minWidth: 0,
    flexGrow: 1,
    textAlign: 'start',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    // One letter says nothing: there the icon stands alone.
    '@container (max-width: 48px)': { display: 'none' },
  },
});

interface Props {
  name: string;
  text: string;
  icon: ReactElement;
  isShown: boolean;
  /** Says more than fits on the tab. */
  title?: string;
  'aria-description'?: string;
  /** What stands after the text. */
  children?: ReactNode;
  onShow(event: MouseEvent): void;
  onAuxClick?(event: MouseEvent): void;
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
}

/** One tab of the strip; it shrinks to its icon where there is little room. */
export function StripTab({ name, text, icon, isShown, children, onShow, ...rest }: Props) {
  const styles = useStyles();
  return (
    <Button
      role="tab"
      appearance="subtle"
      className={mergeClasses(
        styles.root,
        isShown && styles.shown,
        isShown && styles.room,
        children === undefined && styles.lasting,
      )}
      icon={icon}
      aria-label={name}
      aria-selected={isShown}
      tabIndex={isShown ? 0 : -1}
      onClick={onShow}
      {...rest}
    >
      <span className={styles.text}>{text}</span>
      {children}
    </Button>
  );
}

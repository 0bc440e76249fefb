import { Button, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckmarkCircle48Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { useEffect, useRef } from 'react';
import type { Identifier } from '../../shared/domain/account.ts';
import { announce } from '../components/announce.tsx';
import { PracticeBadge } from '../components/practice-badge.tsx';
import { useView } from '../stores/view.ts';
import { practiceWords } from '../words/en.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    gap: tokens.spacingVerticalM,
  },
  icon: { color: tokens.colorStatusSuccessForeground1 },
  heading: { ...typographyStyles.title3, margin: 0, outlineStyle: 'none' },
  text: { overflowWrap: 'anywhere' },
  practice: { color: tokens.colorNeutralForeground2 },
  actions: { alignSelf: 'stretch', display: 'flex', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS },
});

interface Props {
  identifier: Identifier;
  practice: boolean;
}

/** Step 6: says what was linked, and what that proves. */
export function LinkedStep({ identifier, practice }: Props) {
  const styles = useStyles();
  const { closeDialog, setStep } = useView.getState();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    // The focus reads out the heading alone.
    announce(`${identifier.display} is linked.`);
  }, [identifier.display]);
  return (
    <div className={styles.root}>
      <CheckmarkCircle48Filled className={styles.icon} aria-hidden />
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>
        Account linked
      </h3>
      <Text align="center" className={styles.text}>
        <strong>{identifier.display}</strong> is linked to your primary account. Switch to it from the profile menu or
        the tray.
      </Text>
      {practice && (
        <>
          <PracticeBadge />
          <Text size={200} align="center" className={styles.practice}>
            {practiceWords}
          </Text>
        </>
      )}
      <div className={styles.actions}>
        <Button onClick={() => setStep('link', { step: 'enter' })}>Add another</Button>
        <Button appearance="primary" onClick={closeDialog}>
          Close
        </Button>
      </div>
    </div>
  );
}

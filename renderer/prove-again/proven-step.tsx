import { Button, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckmarkCircle48Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { useEffect, useRef } from 'react';
import type { Account } from '../../shared/domain/account.ts';
import { announce } from '../components/announce.tsx';
import { ProofBadge } from '../components/proof-badge.tsx';
import { useView } from '../stores/view.ts';
import { strengthWords } from '../words/en.ts';

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
  meaning: { color: tokens.colorNeutralForeground2 },
  actions: { alignSelf: 'stretch', display: 'flex', justifyContent: 'flex-end' },
});

/** Says what the account is now: its strongest proof, which an older one may still be. */
export function ProvenStep({ account }: { account: Account }) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const { display } = account.identifier;
  useEffect(() => {
    heading.current?.focus();
    // The focus reads out the heading alone.
    announce(`${display} is proven.`);
  }, [display]);
  return (
    <div className={styles.root}>
      <CheckmarkCircle48Filled className={styles.icon} aria-hidden />
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>
        Account proven
      </h3>
      <Text align="center" className={styles.text}>
        <strong>{display}</strong> is now shown as
      </Text>
      <ProofBadge account={account} />
      <Text size={200} align="center" className={styles.meaning}>
        {strengthWords[account.proof.strength]}
      </Text>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={useView.getState().closeDialog}>
          Close
        </Button>
      </div>
    </div>
  );
}

import { Button, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckmarkCircle48Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { useEffect, useRef } from 'react';
import type { AccountId } from '../../shared/domain/account.ts';
import { announce } from '../components/announce.tsx';
import { ProofBadge } from '../components/proof-badge.tsx';
import { useAccount } from '../stores/snapshot.ts';
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
  actions: { alignSelf: 'stretch', display: 'flex', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS },
});

/** Step 6: says what was linked, and what that proves. */
export function LinkedStep({ accountId }: { accountId: AccountId }) {
  const styles = useStyles();
  const { closeDialog, setStep } = useView.getState();
  const account = useAccount(accountId);
  const name = account?.identifier.display;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    // The focus reads out the heading alone.
    if (name !== undefined) announce(`${name} is linked.`);
  }, [name]);
  return (
    <div className={styles.root}>
      <CheckmarkCircle48Filled className={styles.icon} aria-hidden />
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>
        Account linked
      </h3>
      <Text align="center" className={styles.text}>
        <strong>{name}</strong> is linked to your primary account. Switch to it from the profile menu or the tray.
      </Text>
      {account && (
        <>
          <ProofBadge account={account} />
          <Text size={200} align="center" className={styles.meaning}>
            {strengthWords[account.proof.strength]}
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

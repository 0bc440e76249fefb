import { Button, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckmarkCircle48Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { type ReactNode, useEffect, useRef } from 'react';
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
  actions: { alignSelf: 'stretch', display: 'flex', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS },
});

interface Props {
  outcome: 'linked' | 'proven';
  /** Undefined for the moment until the account is read. */
  account: Account | undefined;
  /** What is said of it, after its name. */
  children: ReactNode;
  /** What can be done beside closing. */
  action?: ReactNode;
}

/** The end of proving an account: what it is now, and what that says. */
export function ProvenMessage({ outcome, account, children, action }: Props) {
  const styles = useStyles();
  const name = account?.identifier.display;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    // The focus reads out the heading alone.
    if (name !== undefined) announce(`${name} is ${outcome}.`);
  }, [name, outcome]);
  return (
    <div className={styles.root}>
      <CheckmarkCircle48Filled className={styles.icon} aria-hidden />
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>
        {`Account ${outcome}`}
      </h3>
      <Text align="center" className={styles.text}>
        <strong>{name}</strong> {children}
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
        {action}
        <Button appearance="primary" onClick={useView.getState().closeDialog}>
          Close
        </Button>
      </div>
    </div>
  );
}

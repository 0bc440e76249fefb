import { makeStyles, Text, Title2, tokens } from '@fluentui/react-components';
import { IdentifierForm } from '../../prove/identifier-form.tsx';
import { EarlyPracticeBar } from '../../prove/practice-bar.tsx';
import { Proving } from '../../prove/proving.tsx';
import { SignInButtons } from '../../prove/sign-in-buttons.tsx';
import { useStep } from '../../prove/use-step.ts';
import { useView } from '../../stores/view.ts';
import { announce } from '../../components/announce.tsx';
import { useWindowTitle } from '../../components/page.tsx';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    minHeight: '100%',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    padding: tokens.spacingHorizontalL,
  },
  card: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '480px',
    padding: 'clamp(20px, 6vw, 40px)',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
  },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: { margin: 0 },
  text: { color: tokens.colorNeutralForeground2 },
});

/** The first sign-in: proves the primary account's identifier. */
export function SignInPage() {
  const styles = useStyles();
  const step = useStep('sign-in');
  useWindowTitle('Sign in');
  const { setStep } = useView.getState();
  return (
    <div className={styles.root}>
      <div className={styles.card}>
        <div className={styles.head}>
          <Title2 as="h1" className={styles.title}>
            Sign in to Switchboard
          </Title2>
          <Text className={styles.text}>
            Start with your primary account. You link your other Microsoft accounts to it afterwards.
          </Text>
        </div>
        {step.step === 'enter' && (
          <>
            <IdentifierForm purpose="sign-in" submitLabel="Next" refusal={step.refusal} />
            <SignInButtons purpose="sign-in" />
            <EarlyPracticeBar />
          </>
        )}
        {step.step !== 'enter' && step.step !== 'proven' && (
          <Proving
            step={step}
            backLabel="Use a different email or phone number"
            onBack={() => setStep('sign-in', { step: 'enter' })}
            onVerified={() => announce('You are signed in.')}
          />
        )}
      </div>
    </div>
  );
}

import { Button, Divider, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { ProviderName } from '../../shared/domain/names.ts';
import type { ShownWay } from '../../shared/domain/way.ts';
import { LinkButton } from '../components/link-button.tsx';
import { useView } from '../stores/view.ts';
import { followWays, useWays } from '../stores/ways.ts';
import { MicrosoftLogo } from './microsoft-logo.tsx';
import { signInWith } from './sign-in-with.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  // The name of a provider can be longer than any button.
  button: { overflowWrap: 'anywhere' },
});

/** Signing in instead of typing: whoever comes back from the provider is taken. */
export function SignInButtons({ purpose }: { purpose: 'sign-in' | 'link' }) {
  const styles = useStyles();
  const ways = useWays((state) => state.ways);
  useEffect(followWays, []);
  const begin = (provider: ProviderName, label: string) =>
    void signInWith({ wish: { purpose, identifier: '' }, provider, label, back: { step: 'enter' } });
  const other = labelOfOther(ways);
  const missing = ways?.some(({ name, setUp }) => name === 'microsoft' && setUp === null);
  return (
    <div className={styles.root}>
      <Divider>or</Divider>
      <Button size="large" icon={<MicrosoftLogo />} onClick={() => begin('microsoft', 'Microsoft')}>
        Sign in with Microsoft
      </Button>
      {other !== null && (
        <Button size="large" className={styles.button} onClick={() => begin('openid', other)}>
          Sign in with {other}
        </Button>
      )}
      {missing && (
        <div>
          <LinkButton onClick={() => useView.getState().openSettings('microsoft')}>
            Set up sign-in with Microsoft
          </LinkButton>
        </div>
      )}
    </div>
  );
}

/** What the person calls the other provider; null where there is none. */
function labelOfOther(ways: readonly ShownWay[] | null): string | null {
  const setUp = ways?.find(({ name }) => name === 'openid')?.setUp;
  return setUp?.name === 'openid' ? setUp.label : null;
}

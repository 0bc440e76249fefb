import { makeStyles, tokens } from '@fluentui/react-components';
import type { ShownWay } from '../../../../../shared/domain/way.ts';
import { microsoftCodec } from '../fields.ts';
import { SetUpPage } from '../parts/set-up-page.tsx';
import { TextField } from '../parts/text-field.tsx';
import { TrySignIn } from '../parts/try-sign-in.tsx';
import { useSetUpForm } from '../use-set-up-form.ts';

const useStyles = makeStyles({
  steps: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXXL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    lineHeight: tokens.lineHeightBase300,
  },
  summary: { cursor: 'pointer', marginBottom: tokens.spacingVerticalS },
});

/** Sign-in with Microsoft. */
export function MicrosoftForm({ way }: { way: ShownWay }) {
  const form = useSetUpForm(way, microsoftCodec);
  return (
    <SetUpPage form={form} test={<TrySignIn form={form} provider="microsoft" />}>
      <HowToRegister open={way.setUp === null} />
      <TextField
        {...form.field('clientId')}
        label="Application (client) ID"
        placeholder="00000000-0000-0000-0000-000000000000"
        hint="It says to Microsoft which app asks. It is no secret."
      />
      <TextField
        {...form.field('tenant')}
        label="Who may sign in"
        hint="common: personal, work and school accounts. consumers: personal ones only. organizations: work and school ones only. Or the ID or domain of one organisation."
      />
    </SetUpPage>
  );
}

/** Where a client id comes from; `build/docs/client-id.md` tells the same at length. */
function HowToRegister({ open }: { open: boolean }) {
  const styles = useStyles();
  return (
    <details open={open}>
      <summary className={styles.summary}>How to get a client ID</summary>
      <ol className={styles.steps}>
        <li>
          Open <b>entra.microsoft.com</b> with a work, school or developer account, and there <b>Entra ID</b>,{' '}
          <b>App registrations</b>, <b>New registration</b>.
        </li>
        <li>
          Give it a name. Under <b>Supported account types</b> choose any Entra directory and personal Microsoft
          accounts.
        </li>
        <li>
          Under <b>Redirect URI</b> choose <b>Public client/native (mobile &amp; desktop)</b> and enter{' '}
          <b>http://localhost</b>.
        </li>
        <li>
          Press <b>Register</b>, copy the <b>Application (client) ID</b>, and paste it here. It needs no client secret.
        </li>
        <li>
          If an account is to send codes, add <b>Mail.Send</b> of Microsoft Graph under <b>API permissions</b>, as a
          delegated permission.
        </li>
      </ol>
    </details>
  );
}

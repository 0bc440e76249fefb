import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ShownWay } from '../../../../../shared/domain/way.ts';
import { smtpPresets } from '../../../../../shared/smtp-presets.ts';
import { smtpCodec } from '../fields.ts';
import { More } from '../parts/more.tsx';
import { SecretField } from '../parts/secret-field.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { SendTest } from '../parts/send-test.tsx';
import { SendingAccount } from '../parts/sending-account.tsx';
import { SetUpPage } from '../parts/set-up-page.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useSetUpForm } from '../use-set-up-form.ts';
import { secretHints } from '../words.ts';

const encryptions = [
  { value: 'starttls', label: 'STARTTLS' },
  { value: 'implicit', label: 'TLS from the start' },
  { value: 'none', label: 'None (a server on this computer only)' },
];
/** RFC 8314, section 7; without encryption a server of one's own, on the port of mail (RFC 5321, section 4.5.4.2). */
const USUAL_PORTS: Readonly<Record<string, string>> = { starttls: '587', implicit: '465', none: '25' };
const logins = [
  { value: 'password', label: 'User name and password' },
  { value: 'account', label: 'Sign in with an account' },
  { value: 'none', label: 'No sign-in' },
];
/** The longest certificate authority, in characters, as main takes it. */
const CERTIFICATE_MAX = 20_000;

/** Mail through an SMTP server. */
export function SmtpForm({ way }: { way: ShownWay }) {
  const form = useSetUpForm(way, smtpCodec);
  const { field } = form;
  const login = field('login');
  // Else what is kept is the token of an account.
  const takesPassword = way.setUp?.name === 'smtp' && way.setUp.login.kind === 'password';
  const certificate = field('certificateAuthority');
  const preset = smtpPresets.find(({ host }) => host === field('host').value.trim().toLowerCase());

  function fill(id: string) {
    const picked = smtpPresets.find((other) => other.id === id);
    field('host').onType(picked?.host ?? '');
    if (picked === undefined) return;
    field('port').onType(String(picked.port));
    field('tls').onType(picked.tls);
    login.onType(picked.login === 'account' ? 'account' : 'password');
  }

  /** Takes the usual port along, unless another one was typed. */
  function encrypt(tls: string) {
    const usual = USUAL_PORTS[field('tls').value];
    const next = USUAL_PORTS[tls];
    if (field('port').value === usual && next) field('port').onType(next);
    field('tls').onType(tls);
  }

  return (
    <SetUpPage form={form} test={<SendTest form={form} carrier="smtp" to="email" />}>
      <SelectField
        name="preset"
        refusal={null}
        label="Provider"
        value={preset?.id ?? ''}
        onType={fill}
        options={[
          { value: '', label: 'Another server' },
          ...smtpPresets.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {preset?.note && (
        <MessageBar intent={preset.login === 'account' ? 'warning' : 'info'} layout="multiline">
          <MessageBarBody>{preset.note}</MessageBarBody>
        </MessageBar>
      )}
      <TextField {...field('host')} label="Server" placeholder="smtp.example.com" />
      <TextField {...field('port')} numeric label="Port" />
      <SelectField {...field('tls')} label="Encryption" options={encryptions} onType={encrypt} />
      <SelectField
        {...login}
        label="How Switchboard signs in at the server"
        options={logins}
        onType={(kind) => {
          login.onType(kind);
          // What is not shown is not saved either.
          form.secret.onType('');
        }}
      />
      {login.value === 'password' && (
        <>
          <TextField {...field('user')} label="User name" hint="Most often your email address." />
          <SecretField
            {...form.secret}
            label={preset?.login === 'app-password' ? 'App password' : 'Password'}
            hint={takesPassword ? secretHints[way.secret] : ''}
          />
        </>
      )}
      {login.value === 'account' && <SendingAccount field={field('accountId')} carrier="smtp" />}
      <TextField {...field('from')} label="Sender address" hint="The address that codes come from." />
      <More open={certificate.refusal !== null || certificate.value !== ''}>
        <TextField
          {...certificate}
          linesMax={CERTIFICATE_MAX}
          label="Certificate authority (optional)"
          hint="For a server whose certificate your company signs itself: the certificate of that authority, in PEM."
        />
      </More>
    </SetUpPage>
  );
}

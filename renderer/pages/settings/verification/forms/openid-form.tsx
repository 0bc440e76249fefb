import type { ShownWay } from '../../../../../shared/domain/way.ts';
import { openIdCodec } from '../fields.ts';
import { More } from '../parts/more.tsx';
import { SetUpPage } from '../parts/set-up-page.tsx';
import { TextField } from '../parts/text-field.tsx';
import { TrySignIn } from '../parts/try-sign-in.tsx';
import { useSetUpForm } from '../use-set-up-form.ts';

/** Sign-in with any other OpenID Connect provider. */
export function OpenIdForm({ way }: { way: ShownWay }) {
  const form = useSetUpForm(way, openIdCodec);
  const mailScope = form.field('mailScope');
  return (
    <SetUpPage form={form} test={<TrySignIn form={form} provider="openid" />}>
      <TextField {...form.field('label')} label="Name" hint="The button then says: Sign in with this name." />
      <TextField
        {...form.field('issuer')}
        label="Issuer"
        placeholder="https://"
        hint="The address of the provider, as its discovery document states it."
      />
      <TextField
        {...form.field('clientId')}
        label="Client ID"
        hint="Of a native (public) client without a secret. Its redirect address is http://127.0.0.1/signed-in, on any port."
      />
      <More open={mailScope.refusal !== null || mailScope.value !== ''}>
        <TextField
          {...mailScope}
          label="Scope for sending mail (optional)"
          hint="Lets an account of this provider sign in at its SMTP server. The provider says which scope that is."
        />
      </More>
    </SetUpPage>
  );
}

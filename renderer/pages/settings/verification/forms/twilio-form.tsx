import type { ShownWay } from '../../../../../shared/domain/way.ts';
import { twilioCodec } from '../fields.ts';
import { LimitField } from '../parts/limit-field.tsx';
import { SendTest } from '../parts/send-test.tsx';
import { SetUpPage } from '../parts/set-up-page.tsx';
import { SecretField } from '../parts/secret-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useSetUpForm } from '../use-set-up-form.ts';
import { secretHints } from '../words.ts';

/** Text messages by Twilio. */
export function TwilioForm({ way }: { way: ShownWay }) {
  const form = useSetUpForm(way, twilioCodec);
  const withKey = form.field('keySid').value.trim() !== '';
  return (
    <SetUpPage form={form} test={<SendTest form={form} carrier="twilio" to="phone" />}>
      <TextField
        {...form.field('accountSid')}
        label="Account SID"
        hint="Begins with AC. It stands on the first page of the Twilio console."
      />
      <TextField
        {...form.field('keySid')}
        label="API key SID (optional)"
        hint="Begins with SK. A key of its own can be taken back without changing the auth token."
      />
      <SecretField
        {...form.secret}
        label={withKey ? 'Secret of the API key' : 'Auth token'}
        hint={secretHints[way.secret]}
      />
      <TextField
        {...form.field('from')}
        label="Sender"
        hint="A phone number of yours at Twilio, like +1 415 555 0100, or the SID of a messaging service, which begins with MG."
      />
      <LimitField {...form.field('perMonth')} />
    </SetUpPage>
  );
}

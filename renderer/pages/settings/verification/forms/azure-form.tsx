import type { ShownWay } from '../../../../../shared/domain/way.ts';
import { azureCodec } from '../fields.ts';
import { LimitField } from '../parts/limit-field.tsx';
import { SecretField } from '../parts/secret-field.tsx';
import { SendTest } from '../parts/send-test.tsx';
import { SetUpPage } from '../parts/set-up-page.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useSetUpForm } from '../use-set-up-form.ts';
import { secretHints } from '../words.ts';

/** Text messages by Azure Communication Services. */
export function AzureForm({ way }: { way: ShownWay }) {
  const form = useSetUpForm(way, azureCodec);
  return (
    <SetUpPage form={form} test={<SendTest form={form} carrier="azure" to="phone" />}>
      <SecretField
        {...form.secret}
        label="Connection string"
        hint={
          secretHints[way.secret] || 'In the Azure portal, on the page Keys of your Communication Services resource.'
        }
      />
      <TextField
        {...form.field('from')}
        label="Sender"
        hint="A phone number of that resource, like +1 415 555 0100, or a name that it may send under."
      />
      <LimitField {...form.field('perMonth')} />
    </SetUpPage>
  );
}

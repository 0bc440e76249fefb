import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { ShownWay } from '../../../../../shared/domain/way.ts';
import { webhookCodec } from '../fields.ts';
import { LimitField } from '../parts/limit-field.tsx';
import { SecretField } from '../parts/secret-field.tsx';
import { SendTest } from '../parts/send-test.tsx';
import { SetUpPage } from '../parts/set-up-page.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useCardStyles } from '../../use-card-styles.ts';
import { useSetUpForm } from '../use-set-up-form.ts';
import { secretHints } from '../words.ts';

/** How long a key that is made here is: as long as the hash that it signs with (RFC 2104, section 3). */
const KEY_BYTES = 32;

/** Text messages by a server of one's own. */
export function WebhookForm({ way }: { way: ShownWay }) {
  const form = useSetUpForm(way, webhookCodec);
  const card = useCardStyles();
  const [made, setMade] = useState('');

  function make() {
    // As Standard Webhooks 1.0.0 writes a key, so that its libraries take it.
    const key = `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(KEY_BYTES))))}`;
    form.secret.onType(key);
    setMade(key);
  }

  return (
    <SetUpPage form={form} test={<SendTest form={form} carrier="webhook" to="phone" />}>
      <TextField
        {...form.field('address')}
        label="Address"
        placeholder="https://"
        hint="Switchboard posts each message there as JSON, signed as Standard Webhooks describes (standardwebhooks.com)."
      />
      <SecretField
        {...form.secret}
        shownAtFirst={made}
        label="Signing key"
        hint={secretHints[way.secret] || 'At least 32 characters. Your server checks the signature with the same key.'}
      />
      <div className={card.buttons}>
        <Button onClick={make}>Make a key</Button>
        {made !== '' && form.secret.value === made && (
          <Text>Copy it to your server now: once saved, it is not shown again.</Text>
        )}
      </div>
      <LimitField {...form.field('perMonth')} />
    </SetUpPage>
  );
}

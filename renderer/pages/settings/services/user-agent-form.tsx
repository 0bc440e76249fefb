import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { services } from '../../../../shared/services.ts';
import { isUserAgent, presetsFrom } from './user-agent-presets.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  field: { flexGrow: 1, flexBasis: '200px', minWidth: 0 },
  own: { flexBasis: '100%' },
});

/** The choice that lets the person type. */
const OWN = 'own';

interface Props {
  /** Answers whether it was saved. */
  onApply(serviceId: string, userAgent: string): Promise<boolean>;
}

/** Picks a service, and what it is told. */
export function UserAgentForm({ onApply }: Props) {
  const styles = useStyles();
  const presets = presetsFrom(navigator.userAgent);
  const [serviceId, setServiceId] = useState(services[0]?.id ?? '');
  const [choice, setChoice] = useState<string>('Microsoft Edge');
  const [own, setOwn] = useState('');
  const [isWrong, setWrong] = useState(false);

  async function apply() {
    const userAgent = presets.find(({ name }) => name === choice)?.userAgent ?? own.trim();
    setWrong(!isUserAgent(userAgent));
    if (isUserAgent(userAgent) && (await onApply(serviceId, userAgent))) setOwn('');
  }

  return (
    <form
      className={styles.root}
      onSubmit={(event) => {
        event.preventDefault();
        void apply();
      }}
    >
      <Field label={words.service} className={styles.field}>
        <Select value={serviceId} onChange={(_, { value }) => setServiceId(value)}>
          {services.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.agent} className={styles.field}>
        <Select value={choice} onChange={(_, { value }) => setChoice(value)}>
          {presets.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
          <option value={OWN}>{words.own}</option>
        </Select>
      </Field>
      {choice === OWN && (
        <Field
          label={words.ownText}
          className={styles.own}
          {...(isWrong && { validationState: 'error', validationMessage: words.ownInvalid })}
        >
          <Input value={own} maxLength={500} spellCheck={false} onChange={(_, { value }) => setOwn(value)} />
        </Field>
      )}
      <Button type="submit">{words.apply}</Button>
    </form>
  );
}

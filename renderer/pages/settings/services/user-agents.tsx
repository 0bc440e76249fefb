import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { services } from '../../../../shared/services.ts';
import type { Preferences } from '../../../../shared/domain/preferences.ts';
import { ErrorMessage } from '../../../components/error-message.tsx';
import { useCommand } from '../../../components/use-command.ts';
import { changePreferences } from '../../../stores/environment.ts';
import { useCardStyles } from '../use-card-styles.ts';
import { agentName } from './user-agent-presets.ts';
import { UserAgentForm } from './user-agent-form.tsx';
import { useListStyles } from './use-list-styles.ts';
import { words } from './words.ts';

const useStyles = makeStyles({ agent: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' } });

/** Which services are told another name than Chromium's, and the form that adds one. */
export function UserAgents({ userAgents }: Pick<Preferences, 'userAgents'>) {
  const card = useCardStyles();
  const list = useListStyles();
  const styles = useStyles();
  const { error, run } = useCommand();
  const told = services.filter(({ id }) => userAgents[id] !== undefined);
  const save = async (changed: Preferences['userAgents']) =>
    (await run(changePreferences({ userAgents: changed }))) !== null;
  const reset = (id: string) =>
    void save(Object.fromEntries(Object.entries(userAgents).filter(([serviceId]) => serviceId !== id)));
  return (
    <section aria-labelledby="agents" className={card.card}>
      <h3 id="agents" className={card.heading}>
        {words.agentTitle}
      </h3>
      <Text className={card.quiet}>{words.agentLead}</Text>
      {told.length > 0 && (
        <ul aria-label={words.agents} className={list.list}>
          {told.map(({ id, name }) => (
            <li key={id} className={list.item}>
              <span className={list.text}>
                {name} <span className={styles.agent}>{agentName(userAgents[id] ?? '')}</span>
              </span>
              <Button size="small" aria-label={words.reset(name)} onClick={() => reset(id)}>
                {words.resetShort}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <UserAgentForm onApply={(serviceId, userAgent) => save({ ...userAgents, [serviceId]: userAgent })} />
      {error && <ErrorMessage error={error} />}
    </section>
  );
}

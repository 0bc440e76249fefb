import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { SetUpName } from '../../../../shared/domain/way.ts';
import { ErrorMessage } from '../../../components/error-message.tsx';
import type { SettingsPart } from '../../../stores/view.ts';
import { followWays, useWays } from '../../../stores/ways.ts';
import { forms } from './forms/forms.ts';
import { SecretsSection } from './secrets/secrets-section.tsx';
import { WayGroup } from './way-group.tsx';
import { groups, words } from './words.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, maxWidth: '720px' },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** How identifiers are proven: every way that can be set up, or the form of one. */
export function Verification({ part }: { part: Exclude<SettingsPart, 'general' | 'services'> }) {
  const { ways, problem } = useWays();
  const [last, setLast] = useState<SetUpName>();
  useEffect(followWays, []);
  if (part !== 'verification' && part !== last) setLast(part);
  if (ways === null) return problem && <ErrorMessage error={problem} />;
  const way = ways.find(({ name }) => name === part);
  if (way === undefined) return <Overview last={last} />;
  const Form = forms[way.name];
  return <Form way={way} key={way.name} />;
}

/** Every way and how it stands, and how passwords are kept. `last` is the form one comes back from. */
function Overview({ last }: { last: SetUpName | undefined }) {
  const styles = useStyles();
  const problem = useWays((state) => state.problem);
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <Subtitle1 as="h2" className={styles.heading}>
          Verification
        </Subtitle1>
        <Text className={styles.quiet}>{words.lead}</Text>
      </div>
      {problem && <ErrorMessage error={problem} />}
      {groups.map((group) => (
        <WayGroup key={group.title} {...group} last={last} />
      ))}
      <SecretsSection />
    </div>
  );
}

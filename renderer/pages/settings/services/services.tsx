import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useEnvironment } from '../../../stores/environment.ts';
import { useSnapshot } from '../../../stores/snapshot.ts';
import { SiteAnswers } from './site-answers.tsx';
import { UserAgents } from './user-agents.tsx';
import { WarmField } from './warm-field.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, maxWidth: '720px' },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** How services open in Switchboard, and what their pages were allowed. */
export function Services() {
  const styles = useStyles();
  const preferences = useEnvironment((state) => state.preferences);
  const signedIn = useSnapshot(({ accounts }) => accounts.primaryId !== null);
  if (preferences === null) return null;
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <Subtitle1 as="h2" className={styles.heading}>
          {words.title}
        </Subtitle1>
        <Text className={styles.quiet}>{words.lead}</Text>
      </div>
      <WarmField count={preferences.warmTabs} />
      <UserAgents userAgents={preferences.userAgents} />
      {signedIn && <SiteAnswers />}
    </div>
  );
}

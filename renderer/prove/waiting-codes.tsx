import { Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Challenge } from '../../shared/domain/challenge.ts';
import { announce } from '../components/announce.tsx';
import { api } from '../ipc/client.ts';
import { notify } from '../stores/notices.ts';
import { wordsFor } from '../../shared/words/errors.ts';
import { useOpenChallenges } from './use-step.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { flex: '1 1 auto', minWidth: 0, overflowWrap: 'anywhere' },
  actions: { display: 'flex', marginInlineStart: 'auto', gap: tokens.spacingHorizontalS },
});

interface Props {
  purpose: 'sign-in' | 'link';
  onContinue(challenge: Challenge): void;
  onGivenUp(): void;
}

async function giveUp({ id, identifier }: Challenge): Promise<void> {
  const answer = await api.challenge.cancel({ challengeId: id });
  if (answer.ok) announce(`The code for ${identifier.display} is no longer awaited.`);
  else notify(wordsFor(answer.error), 'error');
}

/** The identifiers that wait for a code, each to go on with or to give up. */
export function WaitingCodes({ purpose, onContinue, onGivenUp }: Props) {
  const styles = useStyles();
  const heading = useId();
  const open = useOpenChallenges(purpose);
  if (open.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <Subtitle2 as="h3" id={heading}>
        Waiting for a code
      </Subtitle2>
      <ul className={styles.list}>
        {open.map((challenge) => (
          <li key={challenge.id} className={styles.item}>
            <span className={styles.name}>{challenge.identifier.display}</span>
            <div className={styles.actions}>
              <Button
                aria-label={`Continue with ${challenge.identifier.display}`}
                onClick={() => onContinue(challenge)}
              >
                Continue
              </Button>
              <Button
                appearance="subtle"
                aria-label={`Give up ${challenge.identifier.display}`}
                onClick={() => void giveUp(challenge).then(onGivenUp)}
              >
                Give up
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

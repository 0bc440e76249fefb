import { makeStyles } from '@fluentui/react-components';
import { useCommand } from '../components/use-command.ts';
import { api } from '../ipc/client.ts';
import { Question } from '../components/question.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({ list: { margin: 0 } });

/** The second question before everything goes: it names what goes. `count` is how many accounts there are. */
export function ConfirmErase({ count, onClose }: { count: number; onClose(): void }) {
  const styles = useStyles();
  const { error, run } = useCommand();
  return (
    <Question
      title={words.eraseTitle}
      action={words.eraseNow}
      error={error}
      onAction={() => void run(api.accounts.eraseEverything({}))}
      onClose={onClose}
    >
      <span>{words.eraseLead}</span>
      <ul className={styles.list}>
        {words.erased(count).map((lost) => (
          <li key={lost}>{lost}</li>
        ))}
      </ul>
      <span>{words.eraseKeeps}</span>
    </Question>
  );
}

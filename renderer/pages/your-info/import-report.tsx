import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { ImportReport as Report } from '../../../shared/domain/group.ts';
import { problemWords, words } from './words.ts';

/** How many wrong rows are told; who has more mends these first. */
const SHOWN = 50;

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

/** What an import came to: who waits now, and which rows were left out and why. */
export function ImportReport({ report: { added, known, problems }, onClose }: { report: Report; onClose(): void }) {
  const styles = useStyles();
  const more = problems.length - SHOWN;
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.importTitle}</DialogTitle>
          <DialogContent className={styles.content}>
            <Text>{words.importAdded(added)}</Text>
            {known > 0 && <Text>{words.importKnown(known)}</Text>}
            {problems.length > 0 && <Text>{words.importProblems(problems.length)}</Text>}
            {problems.length > 0 && (
              <ul aria-label={words.importProblems(problems.length)} className={styles.list}>
                {problems.slice(0, SHOWN).map(({ line, problem }) => (
                  <li key={line}>{words.importLine(line, problemWords[problem])}</li>
                ))}
              </ul>
            )}
            {more > 0 && <Text>{words.importMore(more)}</Text>}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {words.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

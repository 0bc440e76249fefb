import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode, SubmitEvent } from 'react';
import { words } from './words.ts';

const useStyles = makeStyles({
  surface: { maxWidth: 'min(480px, calc(100vw - 32px))' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  action: { whiteSpace: 'nowrap' },
});

interface Props {
  title: string;
  /** What the button that does it says. */
  action: string;
  busy: boolean;
  children: ReactNode;
  onSubmit(): void;
  onClose(): void;
}

/** A dialog that asks for a passphrase. It stays while the key is derived from it, which takes about a second. */
export function SecretDialog({ title, action, busy, children, onSubmit, onClose }: Props) {
  const styles = useStyles();
  const leave = () => {
    // What is under way cannot be taken back.
    if (!busy) onClose();
  };
  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (!busy) onSubmit();
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && leave()}>
      <DialogSurface className={styles.surface}>
        <form noValidate onSubmit={submit}>
          <DialogBody>
            <DialogTitle action={null}>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {children}
              {busy && <Spinner size="tiny" label={words.working} />}
            </DialogContent>
            <DialogActions>
              <Button disabledFocusable={busy} onClick={leave}>
                {words.cancel}
              </Button>
              <Button type="submit" appearance="primary" className={styles.action} disabledFocusable={busy}>
                {action}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { MouseEvent, ReactNode } from 'react';
import type { AppError } from '../../shared/errors.ts';
import { ErrorMessage } from '../components/error-message.tsx';
import { useOverlay } from '../stores/overlays.ts';

const useStyles = makeStyles({
  action: { whiteSpace: 'nowrap' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, overflowWrap: 'anywhere' },
});

interface Props {
  title: string;
  children: ReactNode;
  /** What the button that does it says. */
  action: string;
  error: AppError | null;
  onAction(): void;
  onClose(): void;
}

/** A question that must be answered. Cancel stands first, so that it has the focus where nothing is to be chosen. */
export function Question({ title, children, action, error, onAction, onClose }: Props) {
  const styles = useStyles();
  useOverlay(true);
  // The second click of a double click must not answer the next question, which stands in the same place.
  const act = ({ detail }: MouseEvent) => detail < 2 && onAction();
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>
            {children}
            {error && <ErrorMessage error={error} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button appearance="primary" className={styles.action} onClick={act}>
              {action}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

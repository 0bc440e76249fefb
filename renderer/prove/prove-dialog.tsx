import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Dismiss24Regular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactNode } from 'react';
import { useView } from '../stores/view.ts';

const useStyles = makeStyles({
  surface: { maxWidth: 'min(520px, calc(100vw - 32px))' },
  title: { overflowWrap: 'anywhere', paddingInlineEnd: tokens.spacingHorizontalXXL },
  close: { position: 'absolute', top: tokens.spacingVerticalM, insetInlineEnd: tokens.spacingHorizontalM },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    paddingBlock: tokens.spacingVerticalM,
    // In a low window the content scrolls; a bar that gave way instead would lose its text over its edge.
    '& > *': { flexShrink: 0 },
  },
});

interface Props {
  title: string;
  /** The last step has a button of its own to close it. */
  isOver: boolean;
  children: ReactNode;
}

/** The dialog in which an account is proven. Closing it keeps everything. */
export function ProveDialog({ title, isOver, children }: Props) {
  const styles = useStyles();
  const close = useView.getState().closeDialog;
  return (
    <Dialog open onOpenChange={close}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle action={null} className={styles.title}>
            {title}
          </DialogTitle>
          <DialogContent className={styles.content}>{children}</DialogContent>
        </DialogBody>
        {/* Last, so that a dialog that opens gives the focus to what it asks. */}
        {!isOver && (
          <Button
            appearance="subtle"
            className={styles.close}
            aria-label="Close"
            icon={<Dismiss24Regular />}
            onClick={close}
          />
        )}
      </DialogSurface>
    </Dialog>
  );
}

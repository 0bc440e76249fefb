import { Button, useRestoreFocusTarget } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import type { RefObject } from 'react';
import { useView } from '../../stores/view.ts';
import { useRescuedFocus } from '../../components/use-rescued-focus.ts';
import { words } from './words.ts';

/** Opens the dialog that links an account, and has the focus again after it, however the dialog was opened. */
export function AddButton({ ref }: { ref: RefObject<HTMLButtonElement | null> }) {
  const adding = useView(({ dialog }) => dialog?.kind === 'add');
  useRescuedFocus(adding, () => ref.current);
  return (
    <Button
      {...useRestoreFocusTarget()}
      ref={ref}
      appearance="primary"
      icon={<Add20Regular />}
      onClick={() => useView.getState().openDialog({ kind: 'add' })}
    >
      {words.add}
    </Button>
  );
}

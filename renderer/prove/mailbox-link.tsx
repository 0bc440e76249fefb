import { Link } from '@fluentui/react-components';
import type { MouseEvent } from 'react';
import { useView } from '../stores/view.ts';

function open(event: MouseEvent) {
  event.preventDefault();
  useView.getState().openMailboxForCode();
}

/** Leads to the code; the Local mailbox leads back. */
export function MailboxLink() {
  return (
    <div>
      <Link href="#local-mailbox" onClick={open}>
        Open local mailbox
      </Link>
    </div>
  );
}

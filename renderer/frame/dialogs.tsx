import { lazy, Suspense } from 'react';
import { useView } from '../stores/view.ts';

const LinkWizard = lazy(async () => ({ default: (await import('../link-wizard/link-wizard.tsx')).LinkWizard }));
const Switcher = lazy(async () => ({ default: (await import('../switcher/switcher.tsx')).Switcher }));

/** The dialogs that belong to no page. */
export function Dialogs() {
  const dialog = useView((view) => view.dialog);
  return (
    <Suspense>
      {dialog?.kind === 'add' && <LinkWizard />}
      {dialog?.kind === 'switcher' && <Switcher />}
    </Suspense>
  );
}

import { lazy, Suspense, useEffect } from 'react';
import { focusPage } from '../components/page.tsx';
import { useView } from '../stores/view.ts';

const LinkWizard = lazy(async () => ({ default: (await import('../link-wizard/link-wizard.tsx')).LinkWizard }));
const Switcher = lazy(async () => ({ default: (await import('../switcher/switcher.tsx')).Switcher }));

/** Fluent gives the focus back in a timer of 0 ms of its own. */
const FLUENT_RESTORES_FOCUS_MS = 50;

/** The dialogs that belong to no page. */
export function Dialogs() {
  const dialog = useView((view) => view.dialog);
  const open = dialog !== null;
  useEffect(() => {
    if (!open) return undefined;
    return () => {
      // After Fluent, which gives the focus back to the button that opened the dialog; the tray or a shortcut has none.
      setTimeout(() => document.activeElement === document.body && focusPage(), FLUENT_RESTORES_FOCUS_MS);
    };
  }, [open]);
  return (
    <Suspense>
      {dialog?.kind === 'add' && <LinkWizard />}
      {dialog?.kind === 'switcher' && <Switcher />}
    </Suspense>
  );
}

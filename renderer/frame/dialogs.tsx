import { lazy, type RefObject, Suspense, useEffect, useRef } from 'react';
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
  const before = useFocusOutsideDialogs();
  useEffect(() => {
    if (!open) return undefined;
    return () => {
      // After Fluent, which gives the focus back to the button that opened the dialog; the tray or a shortcut has none.
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        if (before.current?.isConnected) before.current.focus();
        else focusPage();
      }, FLUENT_RESTORES_FOCUS_MS);
    };
  }, [open, before]);
  return (
    <Suspense>
      {dialog?.kind === 'add' && <LinkWizard />}
      {dialog?.kind === 'switcher' && <Switcher />}
    </Suspense>
  );
}

/** What had the focus last outside of dialogs: where it belongs when a dialog that no button opened is closed. */
function useFocusOutsideDialogs(): RefObject<HTMLElement | null> {
  const last = useRef<HTMLElement>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.closest('[role$="dialog"]') === null) last.current = target;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  return last;
}

import { lazy, Suspense, useCallback, useEffect, useRef } from 'react';
import { focusPage } from '../components/page.tsx';
import { api } from '../ipc/client.ts';
import { useOverlay } from '../stores/overlays.ts';
import { shownTabId } from '../stores/tabs.ts';
import { useView } from '../stores/view.ts';

const LinkWizard = lazy(async () => ({ default: (await import('../link-wizard/link-wizard.tsx')).LinkWizard }));
const ProveAgain = lazy(async () => ({ default: (await import('../prove-again/prove-again.tsx')).ProveAgain }));
const Switcher = lazy(async () => ({ default: (await import('../switcher/switcher.tsx')).Switcher }));

/** Fluent gives the focus back in a timer of 0 ms of its own. */
const FLUENT_RESTORES_FOCUS_MS = 50;

/** The dialogs that belong to no page. */
export function Dialogs() {
  const dialog = useView((view) => view.dialog);
  const open = dialog !== null;
  useOverlay(open);
  const focusBefore = useFocusOutsideDialogs();
  useEffect(() => {
    if (!open) return undefined;
    return () => {
      // After Fluent, which gives the focus back to the button that opened the dialog; the tray or a shortcut has none.
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        // The page of a service is no part of this document.
        const tabId = shownTabId();
        if (tabId === null) focusBefore();
        else void api.tabs.focus({ tabId });
      }, FLUENT_RESTORES_FOCUS_MS);
    };
  }, [open, focusBefore]);
  return (
    <Suspense>
      {dialog?.kind === 'add' && <LinkWizard />}
      {dialog?.kind === 'prove-again' && <ProveAgain accountId={dialog.accountId} />}
      {dialog?.kind === 'switcher' && <Switcher />}
    </Suspense>
  );
}

/** Gives the focus to what had it last outside of dialogs, where it belongs when one that no button opened is closed. */
function useFocusOutsideDialogs(): () => void {
  const last = useRef<HTMLElement>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.closest('[role$="dialog"]') === null) last.current = target;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  return useCallback(() => {
    if (last.current?.isConnected) last.current.focus();
    else focusPage();
  }, []);
}

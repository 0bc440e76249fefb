import { useEffect, useRef } from 'react';
import type { Navigation, Notice } from '../../shared/domain/environment.ts';
import { announce } from '../components/announce.tsx';
import { onEvent } from '../ipc/client.ts';
import { useEnvironment } from '../stores/environment.ts';
import { notify, useNotices } from '../stores/notices.ts';
import { forgetPictures } from '../stores/pictures.ts';
import { shownTabId } from '../stores/tabs.ts';
import { useView } from '../stores/view.ts';
import { askToFind } from '../tabs/find.ts';
import { askUnsaved } from '../tabs/unsaved.ts';
import { noticeWords } from '../words/notices.ts';

function showNotice(notice: Notice): void {
  const { text, intent } = noticeWords(notice);
  notify(text, intent);
}

function navigate(to: Navigation): void {
  const { go, openAdd, openDialog } = useView.getState();
  if (to.page === 'open-link') openDialog({ kind: 'open-link', address: to.address });
  else if (to.page === 'switcher') openDialog({ kind: 'switcher', ...(to.text !== undefined && { text: to.text }) });
  else if (to.page !== 'add') go(to.page);
  else if (to.text === undefined) openDialog({ kind: 'add' });
  else openAdd(to.text);
}

/** Notices and announcements name accounts, which are gone now. */
function forgetWhatWasTold(): void {
  useNotices.setState({ notices: [] });
  forgetPictures();
  announce('Everything was erased, and you are signed out.');
}

/** Does what the shell asks for: pages, dialogs and notices from tray, menus and shortcuts. */
export function useShellEvents(signedIn: boolean): void {
  useEffect(
    () =>
      onEvent((message) => {
        if (message.name === 'app.navigate') navigate(message.payload);
        if (message.name === 'app.notice') showNotice(message.payload);
        if (message.name === 'tabs.findAsked') askToFind(shownTabId());
        if (message.name === 'tabs.unsaved') askUnsaved(message.payload.tabId);
      }),
    [],
  );

  const fromStart = useEnvironment(({ environment }) => environment?.notices);
  useEffect(() => fromStart?.forEach(showNotice), [fromStart]);

  const wasSignedIn = useRef(signedIn);
  useEffect(() => {
    // Signing in ends on the dashboard; after erasing everything nothing typed may remain.
    if (wasSignedIn.current !== signedIn) useView.getState().reset();
    if (wasSignedIn.current && !signedIn) forgetWhatWasTold();
    wasSignedIn.current = signedIn;
  }, [signedIn]);
}

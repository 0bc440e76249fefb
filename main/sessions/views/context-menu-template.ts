import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron/main';
import type { Account, AccountId } from '../../../shared/domain/account.ts';
import { linkMenu } from '../../links/link-menu-template.ts';
import { originOf, pageAddress } from '../navigation.ts';

type Items = MenuItemConstructorOptions[];

/** What the menu looks at. */
export type PageParams = Pick<
  ContextMenuParams,
  'linkURL' | 'srcURL' | 'mediaType' | 'hasImageContents' | 'isEditable' | 'selectionText' | 'editFlags'
> &
  Pick<ContextMenuParams, 'misspelledWord' | 'dictionarySuggestions'>;

/** What the items do. */
export interface PageActions {
  back(): void;
  forward(): void;
  reload(): void;
  undo(): void;
  redo(): void;
  cut(): void;
  copy(): void;
  paste(): void;
  selectAll(): void;
  correct(word: string): void;
  copyText(text: string): void;
  copyImage(): void;
  saveImage(): void;
  openLink(where: 'tab' | 'browser'): void;
  openAs(accountId: AccountId, always: boolean): void;
}

/** The context menu of a page: what fits what is under the pointer, in parts with a line between them. */
export function contextMenuTemplate(
  params: PageParams,
  where: { canGoBack: boolean; canGoForward: boolean },
  accounts: readonly Account[],
  actions: PageActions,
): Items {
  const special = [linkItems(params, accounts, actions), imageItems(params, actions), spellingItems(params, actions)];
  const text = params.isEditable || params.selectionText.trim() !== '' ? textItems(params, actions) : [];
  const parts = [...special, text].filter((items) => items.length > 0);
  if (parts.length === 0) return pageItems(where, actions);
  return parts.flatMap((items) => items.concat({ type: 'separator' })).slice(0, -1);
}

function pageItems(
  { canGoBack, canGoForward }: { canGoBack: boolean; canGoForward: boolean },
  actions: PageActions,
): Items {
  return [
    { id: 'back', label: 'Back', enabled: canGoBack, click: actions.back },
    { id: 'forward', label: 'Forward', enabled: canGoForward, click: actions.forward },
    { id: 'reload', label: 'Reload', click: actions.reload },
  ];
}

/** Only for links that a view or the system browser may open. */
function linkItems({ linkURL }: PageParams, accounts: readonly Account[], actions: PageActions): Items {
  if (pageAddress(linkURL) === null) return [];
  return [
    { id: 'open-link', label: 'Open link in new tab', click: () => actions.openLink('tab') },
    ...linkMenu(accounts, actions.openAs),
    { id: 'open-link-in-browser', label: 'Open link in browser', click: () => actions.openLink('browser') },
    { id: 'copy-link', label: 'Copy link', click: () => actions.copyText(linkURL) },
  ];
}

function imageItems({ mediaType, hasImageContents, srcURL }: PageParams, actions: PageActions): Items {
  if (mediaType !== 'image' || !hasImageContents) return [];
  const save = { id: 'save-image', label: 'Save image...', click: actions.saveImage };
  return [
    // What a page made itself has no address to load it from.
    ...(originOf(srcURL) === null ? [] : [save]),
    { id: 'copy-image', label: 'Copy image', click: actions.copyImage },
  ];
}

function spellingItems({ misspelledWord, dictionarySuggestions, isEditable }: PageParams, actions: PageActions): Items {
  if (misspelledWord === '' || !isEditable) return [];
  const items = dictionarySuggestions.slice(0, 5).map((word, index) => ({
    id: `spelling-${index}`,
    label: word.replaceAll('&', '&&'),
    click: () => actions.correct(word),
  }));
  return items.length > 0 ? items : [{ id: 'spelling-none', label: 'No suggestions', enabled: false }];
}

function textItems({ isEditable, editFlags }: PageParams, actions: PageActions): Items {
  const copy = { id: 'copy', label: 'Copy', enabled: editFlags.canCopy, click: actions.copy };
  if (!isEditable) return [copy];
  return [
    { id: 'undo', label: 'Undo', enabled: editFlags.canUndo, click: actions.undo },
    { id: 'redo', label: 'Redo', enabled: editFlags.canRedo, click: actions.redo },
    { type: 'separator' },
    { id: 'cut', label: 'Cut', enabled: editFlags.canCut, click: actions.cut },
    copy,
    { id: 'paste', label: 'Paste', enabled: editFlags.canPaste, click: actions.paste },
    { id: 'select-all', label: 'Select all', enabled: editFlags.canSelectAll, click: actions.selectAll },
  ];
}

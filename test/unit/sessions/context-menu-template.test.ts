import { expect, test } from 'vitest';
import {
  contextMenuTemplate,
  type PageActions,
  type PageParams,
} from '../../../main/sessions/views/context-menu-template.ts';
import { click, outline } from '../../support/menu.ts';

const editFlags = {
  canUndo: true,
  canRedo: false,
  canCut: true,
  canCopy: true,
  canPaste: true,
  canDelete: true,
  canSelectAll: true,
  canEditRichly: false,
};
const plain: PageParams = {
  linkURL: '',
  srcURL: '',
  mediaType: 'none',
  hasImageContents: false,
  isEditable: false,
  selectionText: '',
  editFlags,
  misspelledWord: '',
  dictionarySuggestions: [],
};

function menu(params: Partial<PageParams>) {
  const calls: string[] = [];
  const note = (name: string) => (what?: string) => void calls.push(what === undefined ? name : `${name} ${what}`);
  const names = ['back', 'forward', 'reload', 'undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'correct'] as const;
  const others = ['copyText', 'copyImage', 'saveImage', 'openLink'] as const;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every name is in one of the two lists
  const actions = Object.fromEntries([...names, ...others].map((name) => [name, note(name)])) as unknown as PageActions;
  const template = contextMenuTemplate({ ...plain, ...params }, { canGoBack: true, canGoForward: false }, actions);
  return { template, lines: outline(template), calls };
}

test('of the page itself', () => {
  expect(menu({}).lines).toEqual(['Back  #back', 'Forward  #forward  disabled', 'Reload  #reload']);
});

test('of a link', () => {
  const { lines, template, calls } = menu({ linkURL: 'https://example.com/?a' });
  expect(lines).toEqual([
    'Open link in new tab  #open-link',
    'Open link in browser  #open-link-in-browser',
    'Copy link  #copy-link',
  ]);
  for (const id of ['open-link', 'open-link-in-browser', 'copy-link']) click(template, id);
  expect(calls).toEqual(['openLink tab', 'openLink browser', 'copyText https://example.com/?a']);
});

test.each(['javascript:x', 'file:///x', 'app://switchboard/', 'msteams:x', 'not an address'])(
  'a link to %s is none',
  (linkURL) => expect(menu({ linkURL }).lines[0]).toBe('Back  #back'),
);

test('of an image', () => {
  const image = { mediaType: 'image', hasImageContents: true } as const;
  expect(menu({ ...image, srcURL: 'https://example.com/x.png' }).lines).toEqual([
    'Save image...  #save-image',
    'Copy image  #copy-image',
  ]);
  expect(menu({ ...image, srcURL: 'data:image/png,x' }).lines).toEqual(['Copy image  #copy-image']);
});

test('of selected text', () => expect(menu({ selectionText: 'x' }).lines).toEqual(['Copy  #copy']));

test('of a field with a misspelled word', () => {
  const { lines, template, calls } = menu({
    isEditable: true,
    misspelledWord: 'teh',
    dictionarySuggestions: ['the', 'R&D'],
  });
  expect(lines).toEqual([
    'the  #spelling-0',
    'R&&D  #spelling-1',
    '---',
    'Undo  #undo',
    'Redo  #redo  disabled',
    '---',
    'Cut  #cut',
    'Copy  #copy',
    'Paste  #paste',
    'Select all  #select-all',
  ]);
  click(template, 'spelling-1');
  click(template, 'paste');
  expect(calls).toEqual(['correct R&D', 'paste']);
});

import { expect, test } from 'vitest';
import { appMenuTemplate } from '../../../main/shell/app-menu-template.ts';
import { account, accountsPart } from '../../support/accounts.ts';
import { accountId } from '../../support/ids.ts';
import { click, everyItem, outline, recordingActions } from '../../support/menu.ts';

const two = accountsPart([account(1, { isPrimary: true }), account(2, { isActive: true })]);
const menu = (platform: NodeJS.Platform, part = two, devTools = false) =>
  outline(appMenuTemplate(part, recordingActions(), { platform, devTools }));

const ACCOUNTS = [
  '&Accounts  #accounts',
  `  ( ) person1@example.com  #account-${accountId(1)}  CmdOrCtrl+1`,
  `  (*) person2@example.com  #account-${accountId(2)}  CmdOrCtrl+2`,
  '  ---',
  '  Switch account...  #switch-account  CmdOrCtrl+K',
];
const EDIT = [
  '&Edit  #edit',
  '  <undo>  #undo',
  '  <redo>  #redo',
  '  ---',
  '  <cut>  #cut',
  '  <copy>  #copy',
  '  <paste>  #paste',
  '  <selectAll>  #select-all',
  '  ---',
  '  Find in page...  #find  CmdOrCtrl+F',
];
const view = (back: string, forward: string) => [
  '&View  #view',
  '  Dashboard  #dashboard',
  '  Your info  #your-info',
  '  Local mailbox  #local-mailbox',
  '  ---',
  `  Back  #back  ${back}`,
  `  Forward  #forward  ${forward}`,
  '  Reload page  #reload  CmdOrCtrl+R',
  '  Move between page and Switchboard  #focus  F6',
  '  ---',
  '  Actual size  #zoom-reset  CmdOrCtrl+0',
  '  Zoom in  #zoom-in  CmdOrCtrl+Plus',
  '  Zoom out  #zoom-out  CmdOrCtrl+-',
  '  ---',
  '  <togglefullscreen>  #full-screen',
];
const NEIGHBOURS = ['  Next tab  #next  Ctrl+Tab', '  Previous tab  #previous  Ctrl+Shift+Tab'];
const CLOSE = ['  Print...  #print  CmdOrCtrl+P', '  Close tab or window  #close  CmdOrCtrl+W'];

test.each(['linux', 'win32'] as const)('the whole menu on %s', (platform) => {
  expect(menu(platform)).toEqual([
    '&File  #file',
    '  Add email or phone number...  #add-account',
    '  ---',
    ...CLOSE,
    '  Settings...  #settings  CmdOrCtrl+,',
    '  ---',
    '  Quit Switchboard  #quit  CmdOrCtrl+Q',
    ...EDIT,
    ...view('Alt+Left', 'Alt+Right'),
    ...ACCOUNTS,
    '&Window  #window',
    '  <minimize>  #minimize',
    ...NEIGHBOURS,
    '&Help  #help',
    '  <about>  #about',
  ]);
});

test('the whole menu on macOS', () => {
  expect(menu('darwin')).toEqual([
    'Switchboard  #app',
    '  <about>  #about',
    '  ---',
    '  Settings...  #settings  CmdOrCtrl+,',
    '  ---',
    '  <services>  #services',
    '  ---',
    '  <hide>  #hide',
    '  <hideOthers>  #hide-others',
    '  <unhide>  #unhide',
    '  ---',
    '  Quit Switchboard  #quit  CmdOrCtrl+Q',
    '&File  #file',
    '  Add email or phone number...  #add-account',
    '  ---',
    ...CLOSE,
    ...EDIT,
    ...view('Cmd+[', 'Cmd+]'),
    ...ACCOUNTS,
    '&Window  #window',
    '  <minimize>  #minimize',
    ...NEIGHBOURS,
    '  <zoom>  #zoom',
    '  ---',
    '  <front>  #front',
  ]);
});

test('signed out, what needs an account is off', () => {
  const off = menu('linux', accountsPart([])).filter((line) => line.endsWith('disabled'));
  expect(off.map((line) => line.trim().split('  ')[1])).toEqual([
    '#add-account',
    '#dashboard',
    '#your-info',
    '#switch-account',
  ]);
});

test('nine accounts have a number, in the order of the profile menu; the active one is always there', () => {
  const accounts = Array.from({ length: 30 }, (_, index) => account(index + 1, { isActive: index === 25 }));
  const template = appMenuTemplate(accountsPart(accounts), recordingActions(), { platform: 'linux', devTools: false });
  const radios = everyItem(template).filter(({ type }) => type === 'radio');
  expect(radios.map(({ accelerator }) => accelerator)).toEqual([
    ...Array.from({ length: 9 }, (_, index) => `CmdOrCtrl+${index + 1}`),
    undefined,
  ]);
  expect(radios.map(({ id }) => id)).toEqual(
    [...accounts.slice(0, 9), accounts[25]].map((shown) => `account-${shown?.id}`),
  );
  expect(radios.filter(({ checked }) => checked)).toHaveLength(1);
});

test.each(['linux', 'win32', 'darwin'] as const)(
  'every item on %s has an id of its own, or is a separator',
  (platform) => {
    const items = everyItem(appMenuTemplate(two, recordingActions(), { platform, devTools: true }));
    const ids = items.filter(({ type }) => type !== 'separator').map(({ id }) => id);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(ids.length);
  },
);

test("Chromium's tools are offered in development only", () => {
  expect(menu('linux', two, true).join()).toContain('toggleDevTools');
  expect(menu('linux', two, false).join()).not.toContain('toggleDevTools');
});

test('each item calls what it names', () => {
  const actions = recordingActions();
  const template = appMenuTemplate(two, actions, { platform: 'linux', devTools: false });
  const ids = ['add-account', 'settings', 'dashboard', 'your-info', 'local-mailbox', 'switch-account', 'quit'];
  for (const id of [...ids, `account-${accountId(1)}`, 'zoom-in', 'close']) click(template, id);
  expect(actions.calls).toEqual([
    'show add',
    'show settings',
    'show dashboard',
    'show your-info',
    'show local-mailbox',
    'show switcher',
    'quit',
    `switch ${accountId(1)}`,
    'tab zoom-in',
    'tab close',
  ]);
});

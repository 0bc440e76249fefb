import { describe, expect, test } from 'vitest';
import type { ImportReport, PendingLink } from '../../shared/domain/group.ts';
import { createTestCore, refusal, value, type TestCore } from '../support/core.ts';

async function importing(core: TestCore, text: string): Promise<ImportReport | null> {
  core.ports.files.picked = Buffer.from(text);
  return value(await core.commands.groups.importAccounts({}));
}

async function waiting(core: TestCore): Promise<PendingLink[]> {
  return value(await core.commands.app.snapshot({ topics: ['pendingLinks'] })).pendingLinks ?? [];
}

async function signedIn(): Promise<TestCore> {
  const core = createTestCore();
  await core.signIn('ada@example.com');
  return core;
}

const LIST = `identifier,name,kind,group
bob@example.com,Bob,work,Contoso
+49 170 1234567,"Eve, at home",personal,Family
`;

describe('a list is read as spreadsheets write it', () => {
  test.each([
    ['with commas and LF', LIST],
    ['with CRLF', LIST.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${LIST}`],
    ['with semicolons', LIST.replaceAll(/,(?! )/g, ';')],
    ['with other columns, in another order, and headings in capitals', reordered()],
    ['with the apostrophe of an export', LIST.replace('+49', "'+49")],
    ['without an end of the last line', LIST.trimEnd()],
  ])('%s', async (_how, text) => {
    const core = await signedIn();
    expect(await importing(core, text)).toEqual({ added: 2, known: 0, problems: [] });
    expect(await waiting(core)).toMatchObject([
      { identifier: { value: 'bob@example.com' }, name: 'Bob', kind: 'work', groupName: 'Contoso' },
      { identifier: { value: '+491701234567' }, name: 'Eve, at home', kind: 'personal', groupName: 'Family' },
    ]);
  });
});

function reordered(): string {
  return 'GROUP,Notes,Kind,Name,Identifier\nContoso,x,Work,Bob,bob@example.com\nFamily,,PERSONAL,"Eve, at home",+49 170 1234567\n';
}

test('wrong rows are told with their line, and the good ones are kept', async () => {
  const core = await signedIn();
  const long = 'x'.repeat(81);
  const report = await importing(
    core,
    `identifier,name,kind,group\nnobody,,,\n\nbob@example.com,"two\nlines",,\n,Name only,,\nc@example.com,${long},,\nd@example.com,,alien,\ne@example.com,,,${long}\nf@example.com\n`,
  );
  expect(report).toEqual({
    added: 2,
    known: 0,
    problems: [
      { line: 2, problem: 'identifier-wrong' },
      { line: 6, problem: 'identifier-empty' },
      { line: 7, problem: 'name-too-long' },
      { line: 8, problem: 'kind-unknown' },
      { line: 9, problem: 'group-too-long' },
    ],
  });
  expect((await waiting(core)).map(({ name }) => name)).toEqual(['two lines', '']);
});

test('importing twice changes nothing, nor does who is linked or stands twice in the list', async () => {
  const core = await signedIn();
  const text = `identifier,name\nADA@example.com,Other\nbob@example.com,Bob\nBob@Example.com,Robert\n`;
  expect(await importing(core, text)).toEqual({ added: 1, known: 2, problems: [] });
  const before = await waiting(core);
  expect(await importing(core, text)).toEqual({ added: 0, known: 3, problems: [] });
  expect(await waiting(core)).toEqual(before);
  expect(core.snapshot().accounts.accounts).toMatchObject([{ name: '' }]);
});

test.each([
  ['', 'no-table'],
  ['email\nbob@example.com\n', 'no-identifiers'],
  ['identifier,name\n"never closed', 'no-table'],
  [`identifier\n${'a@example.com\n'.repeat(5001)}`, 'too-many-rows'],
])('a file that is no list is refused whole: %#', async (text, reason) => {
  const core = await signedIn();
  core.ports.files.picked = Buffer.from(text);
  expect(refusal(await core.commands.groups.importAccounts({}))).toEqual({ code: 'list-unreadable', reason });
});

test('a file larger than 1 MB, and one that cannot be read, are refused', async () => {
  const core = await signedIn();
  core.ports.files.picked = Buffer.alloc(1024 * 1024 + 1);
  expect(refusal(await core.commands.groups.importAccounts({}))).toEqual({ code: 'file-too-large', maxMegabytes: 1 });
  core.ports.files.works = false;
  expect(refusal(await core.commands.groups.importAccounts({}))).toEqual({ code: 'file-not-read' });
});

test('an import sends nothing; who is linked then gets name, kind and group, and waits no more', async () => {
  const core = await signedIn();
  const sent = value(await core.commands.mailbox.list({})).length;
  await importing(core, LIST);
  await core.idle();
  expect(value(await core.commands.mailbox.list({}))).toHaveLength(sent);
  await core.link('Bob@example.com');
  const { accounts, groups } = core.snapshot().accounts;
  expect(groups).toMatchObject([{ name: 'Contoso' }]);
  expect(accounts[1]).toMatchObject({ name: 'Bob', kind: 'work', groupId: groups[0]?.id });
  expect((await waiting(core)).map(({ name }) => name)).toEqual(['Eve, at home']);
});

test('a group that is there is used, whatever the case', async () => {
  const core = await signedIn();
  const { groupId } = value(await core.commands.groups.create({ name: 'CONTOSO', color: 3 }));
  await importing(core, LIST);
  await core.link('bob@example.com');
  expect(core.snapshot().accounts).toMatchObject({ groups: [{ id: groupId }], accounts: [{}, { groupId }] });
});

test('what is exported is imported elsewhere as it was, names that look like formulas too', async () => {
  const one = await signedIn();
  const accountId = await one.link('+49 170 1234567');
  const { groupId } = value(await one.commands.groups.create({ name: '@home', color: 3 }));
  value(await one.commands.groups.assign({ accountIds: [accountId], groupId }));
  value(await one.commands.accounts.rename({ accountId, name: '=1+1, "quoted"' }));
  value(await one.commands.groups.exportAccounts({}));
  const exported = one.ports.files.saved.get('switchboard-accounts.csv') ?? '';
  expect(exported).toBe(
    `\uFEFFidentifier,name,kind,group\r\nada@example.com,,unknown,\r\n'+491701234567,"'=1+1, ""quoted""",unknown,'@home\r\n`,
  );
  const other = await signedIn();
  expect(await importing(other, exported)).toEqual({ added: 1, known: 1, problems: [] });
  expect(await waiting(other)).toMatchObject([
    { identifier: { value: '+491701234567' }, name: '=1+1, "quoted"', groupName: '@home' },
  ]);
});

test('erasing everything takes groups and who waits', async () => {
  const core = await signedIn();
  value(await core.commands.groups.create({ name: 'Contoso', color: 3 }));
  await importing(core, LIST);
  value(await core.commands.accounts.eraseEverything({}));
  expect(await waiting(core)).toEqual([]);
  expect(core.snapshot().accounts.groups).toEqual([]);
});

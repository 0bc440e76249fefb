import { expect, test } from 'vitest';
import { refusal, value } from '../support/core.ts';
import { failNextCommit } from '../support/fail-commit.ts';
import { coreWithProvider, proveAgain, shown } from '../support/sign-in-core.ts';

test.each([
  ['SQLITE_FULL', 'storage-full'],
  ['SQLITE_READONLY', 'storage-read-only'],
  ['SQLITE_IOERR_WRITE', 'storage-failed'],
] as const)(
  'a sign-in that the disk does not take (%s) is refused, changes nothing, and can be done again',
  async (error, code) => {
    const { core } = await coreWithProvider();
    const wish = { purpose: 'sign-in', provider: 'openid', identifier: '' } as const;
    const before = core.snapshot();
    core.browser.meanwhile = () => failNextCommit('before it', error);
    expect(refusal(await core.signInWith('ada@example.org', wish))).toEqual({ code });
    expect(core.snapshot()).toEqual(before);
    core.browser.meanwhile = () => {};
    const accountId = await core.addBySignIn('ada@example.org');
    const { proof } = shown(core, accountId);

    core.browser.meanwhile = () => failNextCommit('before it', error);
    expect(refusal(await core.signInWith('ada@example.org', proveAgain(accountId)))).toEqual({ code });
    const allowing = () => core.commands.ways.allowSending({ accountId, carrier: 'smtp' });
    expect(refusal(await allowing())).toEqual({ code });
    expect(shown(core, accountId).proof).toEqual(proof);
    core.browser.meanwhile = () => {};
    value(await allowing());
  },
);

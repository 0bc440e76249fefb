import { expect, test } from 'vitest';
import { createLinks } from '../../../main/links/links.ts';
import { refuse } from '../../../shared/errors.ts';
import { value } from '../../support/core.ts';
import { accountId } from '../../support/ids.ts';
import { populate } from '../../support/link.ts';
import { heldRandom } from '../../support/random.ts';
import { openTestStore } from '../../support/store.ts';

test('a link that is clicked stays in its account unless a rule says otherwise', () => {
  const { store } = openTestStore();
  populate(store, 2);
  const links = createLinks({
    store,
    random: heldRandom(),
    openAddress: () => Promise.resolve(refuse('open-failed')),
  });
  const [first, second] = [accountId(0), accountId(1)];
  const clicked = () => links.accountFor(new URL('https://a.example/x')) ?? first;
  expect(clicked()).toBe(first);
  const { id: ruleId } = value(links.add({ pattern: 'a.example', accountId: second }));
  expect(clicked()).toBe(second);
  value(links.remove({ ruleId }));
  expect(clicked()).toBe(first);
});

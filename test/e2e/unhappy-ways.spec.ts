import { fetchCode, link, startLink } from './journeys.ts';
import { expect, test } from './fixtures.ts';
import { dashboard } from './screens/dashboard.ts';
import { linkWizard } from './screens/link-wizard.ts';
import { yourInfo } from './screens/your-info.ts';
import { passTime } from './clock.ts';

const PRIMARY = 'ada@example.com';
const OTHER = 'grace@contoso.com';

/** A code that is surely not the right one; another for each `nth`. */
const wrong = (code: string, nth = 1) => String((Number(code) + nth) % 1_000_000).padStart(6, '0');

test.use({ accounts: [PRIMARY] });

test.beforeEach(({ window }) => expect(dashboard(window).heading).toBeVisible());

test('a wrong code says how many tries are left, and the right one still works', async ({ window }) => {
  const wizard = linkWizard(window);
  await startLink(window, OTHER);
  const code = await fetchCode(window, OTHER);

  await wizard.code.fill(wrong(code));
  await wizard.code.press('Enter');
  await expect(wizard.error).toContainText('4 tries left');
  await expect(wizard.code).toHaveAttribute('aria-invalid', 'true');

  await wizard.code.fill('12 34');
  await wizard.verify.click();
  await expect(wizard.error).toContainText('6 digits');

  // Something that is not a code costs no try.
  await wizard.code.fill(wrong(code));
  await wizard.verify.click();
  await expect(wizard.error).toContainText('3 tries left');

  await wizard.code.fill(` ${code.slice(0, 3)}-${code.slice(3)} `);
  await wizard.code.press('Enter');
  await expect(wizard.linked).toBeVisible();
});

test('a wrong code that is sent twice costs one try', async ({ window }) => {
  const wizard = linkWizard(window);
  await startLink(window, OTHER);
  const code = await fetchCode(window, OTHER);
  await wizard.code.fill(wrong(code));
  await wizard.verify.dblclick();
  await expect(wizard.error).toContainText('4 tries left');
  for (let pressed = 0; pressed < 6; pressed += 1) await wizard.code.press('Enter');
  await wizard.code.fill(wrong(code, 2));
  await wizard.code.press('Enter');
  await expect(wizard.error).toContainText('3 tries left');
});

test('five wrong codes lock the challenge, and the person reads until when', async ({ window }) => {
  const wizard = linkWizard(window);
  await startLink(window, OTHER);
  const code = await fetchCode(window, OTHER);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await wizard.code.fill(wrong(code, attempt + 1));
    await wizard.code.press('Enter');
    await expect(wizard.dialog).toContainText(
      attempt < 4 ? `${4 - attempt} ${attempt === 3 ? 'try' : 'tries'} left` : /too many wrong codes/i,
    );
  }
  await expect(wizard.dialog).toContainText(/in 0:\d\d/);
  await window.keyboard.press('Escape');
  await expect(yourInfo(window).linked).toHaveCount(0);
});

test('an expired code is refused, and a new one can be sent', async ({ window, running }) => {
  const wizard = linkWizard(window);
  await startLink(window, OTHER);
  await passTime(running, 10 * 60_000);
  await expect(wizard.dialog).toContainText(/expired/i);
  await expect(wizard.verify).toBeHidden();

  await wizard.dialog.getByRole('button', { name: /new code/i }).click();
  const newer = await fetchCode(window, OTHER, 2);
  await wizard.code.fill(newer);
  await wizard.verify.click();
  await expect(wizard.linked).toBeVisible();
});

test('asking for code after code is limited, and says until when', async ({ window, running }) => {
  const wizard = linkWizard(window);
  await startLink(window, OTHER);
  await expect(wizard.resend).toBeDisabled();
  await expect(wizard.dialog).toContainText(/in 0:\d\d/);
  for (let sent = 1; sent < 5; sent += 1) {
    await passTime(running, 31_000);
    await expect(wizard.resend).toBeEnabled();
    await wizard.resend.click();
    // Disabled alone may mean that the answer is still to come.
    await expect(wizard.dialog).toContainText(/can be sent in \d+:\d\d/);
  }
  await passTime(running, 31_000);
  // The sixth within an hour: the wait is now counted in minutes.
  await expect(wizard.resend).toBeDisabled();
  await expect(wizard.dialog).toContainText(/in \d\d:\d\d/);
});

test('a code that was replaced says to use the newer one', async ({ window, running }) => {
  const wizard = linkWizard(window);
  await startLink(window, OTHER);
  const older = await fetchCode(window, OTHER);
  await passTime(running, 31_000);
  await wizard.resend.click();
  await expect(wizard.dialog).toContainText(/can be sent in 0:\d\d/);
  await wizard.code.fill(older);
  await wizard.verify.click();
  await expect(wizard.error).toContainText(/newest code/i);
});

test('what cannot be linked is refused next to the field, with the reason', async ({ window }) => {
  const wizard = linkWizard(window);
  await link(window, OTHER);
  await yourInfo(window).add.click();
  const refusals: [typed: string, words: RegExp][] = [
    ['', /enter/i],
    ['   ', /enter/i],
    ['not an address', /email|phone/i],
    ['ada@', /email/i],
    ['+49 12', /short/i],
    [' GRACE@contoso.com ', /already linked/i],
    ['Ada@Example.COM', /primary/i],
    ['a@x.test, b@x.test', /email/i],
  ];
  for (const [typed, words] of refusals) {
    await wizard.identifier.fill(typed);
    await wizard.add.click();
    await expect(wizard.error).toContainText(words);
    await expect(wizard.identifier).toHaveAttribute('aria-invalid', 'true');
    await expect(wizard.identifier).toBeFocused();
  }
});

test('closing the dialog in the middle loses nothing', async ({ window }) => {
  const wizard = linkWizard(window);
  await startLink(window, OTHER);
  const code = await fetchCode(window, OTHER);
  await wizard.code.fill(code.slice(0, 3));
  await window.keyboard.press('Escape');
  await expect(wizard.dialog).toBeHidden();

  await yourInfo(window).add.click();
  await expect(wizard.dialog).toContainText(OTHER);
  await expect(wizard.code).toHaveValue(code.slice(0, 3));
  await wizard.code.fill(code);
  await wizard.verify.click();
  await expect(wizard.linked).toBeVisible();
});

test('a challenge can be left for another identifier and come back to', async ({ window }) => {
  const wizard = linkWizard(window);
  await startLink(window, OTHER);
  const code = await fetchCode(window, OTHER);
  await wizard.different.click();
  await wizard.identifier.fill('+44 20 7946 0958');
  await wizard.add.click();
  await expect(wizard.dialog).toContainText('+44 20 7946 0958');
  await wizard.different.click();
  await wizard.dialog.getByRole('button', { name: new RegExp(`Continue.*${OTHER}`) }).click();
  await wizard.code.fill(code);
  await wizard.verify.click();
  await expect(wizard.linked).toBeVisible();
});

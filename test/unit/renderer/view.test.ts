import { beforeEach, describe, expect, test } from 'vitest';
import type { BrowserStep, Step } from '../../../renderer/stores/steps.ts';
import { useView } from '../../../renderer/stores/view.ts';
import { AccountId } from '../../../shared/domain/account.ts';

const account = (number: number) => AccountId.parse(`00000000-0000-4000-8000-00000000000${number}`);
const again = (number: number): Step => ({
  step: 'choose',
  wish: { purpose: 'prove-again', accountId: account(number) },
  ways: [],
});
const browser: BrowserStep = {
  step: 'browser',
  wish: { purpose: 'link', identifier: '' },
  provider: 'microsoft',
  label: 'Microsoft',
  refusal: null,
  back: { step: 'enter' },
};
const inBrowser = (number: number): Step => ({
  ...browser,
  wish: { purpose: 'prove-again', accountId: account(number) },
  back: again(number),
});

const view = () => useView.getState();

beforeEach(() => view().reset());

describe('a dialog that is closed', () => {
  test.each<[name: string, step: Step, kept: Step | null]>([
    ['goes on with a sign-in that is under way', browser, browser],
    ['has told why a sign-in failed', { ...browser, refusal: { code: 'sign-in-timed-out' } }, null],
    ['has told who was proven', { step: 'proven', accountId: account(1) }, null],
    ['has nothing to keep where nothing was typed', { step: 'enter' }, null],
  ])('%s', (_, step, kept) => {
    view().openDialog({ kind: 'add' });
    view().setStep('link', step);
    view().closeDialog();
    expect(view().dialog).toBeNull();
    expect(view().steps.link).toBe(kept);
  });

  test('keeps what was typed', () => {
    view().openDialog({ kind: 'add' });
    view().setTyped('link', 'grace@');
    view().setStep('link', { step: 'enter' });
    view().go('dashboard');
    expect(view().steps.link).toEqual({ step: 'enter' });
    expect(view().typed['link']).toBe('grace@');
  });
});

describe('proving an account again', () => {
  test('goes on where it was left for the same account', () => {
    const step = inBrowser(1);
    view().setStep('prove-again', step);
    view().closeDialog();
    view().openDialog({ kind: 'prove-again', accountId: account(1) });
    expect(view().steps['prove-again']).toBe(step);
  });

  test('begins anew for another account', () => {
    view().setStep('prove-again', inBrowser(1));
    view().openDialog({ kind: 'prove-again', accountId: account(2) });
    expect(view().steps['prove-again']).toBeNull();
  });

  test('asks main again which ways there are', () => {
    view().setStep('prove-again', again(1));
    view().closeDialog();
    expect(view().steps['prove-again']).toBeNull();
  });
});

describe('adding an account that something else names', () => {
  const underWay: Step = browser;

  test('shows the field, filled in', () => {
    view().openAdd('new@example.com');
    expect(view()).toMatchObject({ dialog: { kind: 'add' }, typed: { link: 'new@example.com' } });
    expect(view().steps.link).toEqual({ step: 'enter' });
  });

  test('shows it also where the last dialog was left in the middle', () => {
    view().setStep('link', underWay);
    view().openAdd('new@example.com');
    expect(view().steps.link).toEqual({ step: 'enter' });
  });

  test('leaves an account alone that is just being proven', () => {
    view().openDialog({ kind: 'add' });
    view().setStep('link', underWay);
    view().openAdd('new@example.com');
    expect(view().steps.link).toBe(underWay);
  });
});

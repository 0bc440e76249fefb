import { create } from 'zustand';
import type { AccountId } from '../../shared/domain/account.ts';
import type { Purpose } from '../../shared/domain/challenge.ts';
import type { SetUpName } from '../../shared/domain/way.ts';
import { isAbout, keptStep, type Step } from './steps.ts';

export type PageName = 'dashboard' | 'your-info' | 'local-mailbox' | 'activity' | 'settings';

/** A part of the settings: a tab, or how one way of proving is set up. */
export type SettingsPart = 'general' | 'services' | 'links' | 'notifications' | 'verification' | SetUpName;

/** Dialogs that belong to no page. */
export type OpenDialog =
  | { kind: 'add' }
  /** `text` is what is searched for at first. */
  | { kind: 'switcher'; text?: string }
  | { kind: 'prove-again'; accountId: AccountId }
  /** A link from outside, and which account opens it. */
  | { kind: 'open-link'; address: string };

interface View {
  page: PageName;
  /** Where the settings were left. */
  settings: SettingsPart;
  dialog: OpenDialog | null;
  /** Null: not begun; whoever shows it then picks up the newest open challenge. */
  steps: Readonly<Record<Purpose, Step | null>>;
  /** Text that was typed and not yet sent, by field, so that closing a dialog loses nothing. */
  typed: Readonly<Record<string, string>>;
  /** What `resumeDialog` goes back to: where a code was awaited when the Local mailbox was opened. */
  suspended: { page: PageName; dialog: OpenDialog | null } | null;
  /** Counts navigations, so that a page takes the focus only after one. */
  navigations: number;
}

interface ViewState extends View {
  /** Shows a page, and closes what is open above it. */
  go(page: PageName): void;
  /** Shows a part of the settings. */
  openSettings(part: SettingsPart): void;
  openDialog(dialog: OpenDialog): void;
  /** Opens the dialog that adds an account with this in its field; where one is just being proven there, that stays. */
  openAdd(text: string): void;
  closeDialog(): void;
  setStep(purpose: Purpose, step: Step | null): void;
  setTyped(field: string, text: string): void;
  /** Forgets what was typed into fields, for it was saved. */
  dropTyped(fields: readonly string[]): void;
  /** Opens the Local mailbox in the middle of a challenge. */
  openMailboxForCode(): void;
  /** Goes back from the Local mailbox to where the code is awaited, everything as it was. */
  resumeDialog(): void;
  /** Forgets everything, as after erasing everything. */
  reset(): void;
}

const initial: View = {
  page: 'dashboard',
  settings: 'general',
  dialog: null,
  steps: { 'sign-in': null, link: null, 'prove-again': null },
  typed: {},
  suspended: null,
  navigations: 0,
};

/** No dialog, and of its steps what the next one goes on with. */
function closed({ steps, typed }: View): Pick<View, 'dialog' | 'steps'> {
  const link = keptStep(steps.link, typed['link']);
  return { dialog: null, steps: { ...steps, link, 'prove-again': keptStep(steps['prove-again'], undefined) } };
}

/** The steps for a dialog that opens: proving one account again goes not on with another. */
function stepsFor(dialog: OpenDialog, { steps }: View): View['steps'] {
  const other = dialog.kind === 'prove-again' && !isAbout(steps['prove-again'], dialog.accountId);
  return other ? { ...steps, 'prove-again': null } : steps;
}

/** What is on screen and what was typed: the renderer's own state. */
export const useView = create<ViewState>((set) => ({
  ...initial,
  go: (page) => set((now) => ({ ...closed(now), page, navigations: now.navigations + 1 })),
  openSettings: (settings) =>
    set((now) => ({ ...closed(now), page: 'settings', settings, navigations: now.navigations + 1 })),
  openDialog: (dialog) => set((now) => ({ dialog, suspended: null, steps: stepsFor(dialog, now) })),
  openAdd: (text) =>
    set(({ dialog, steps, typed }) => {
      const busy = dialog?.kind === 'add' && steps.link !== null && !['enter', 'proven'].includes(steps.link.step);
      const link = busy ? steps.link : ({ step: 'enter' } as const);
      return { dialog: { kind: 'add' }, suspended: null, steps: { ...steps, link }, typed: { ...typed, link: text } };
    }),
  closeDialog: () => set(closed),
  setStep: (purpose, step) => set(({ steps }) => ({ steps: { ...steps, [purpose]: step } })),
  setTyped: (field, text) => set(({ typed }) => ({ typed: { ...typed, [field]: text } })),
  dropTyped: (fields) =>
    set(({ typed }) => ({
      typed: Object.fromEntries(Object.entries(typed).filter(([field]) => !fields.includes(field))),
    })),
  openMailboxForCode: () =>
    set(({ page, dialog, navigations }) => ({
      page: 'local-mailbox',
      dialog: null,
      suspended: { page, dialog },
      navigations: navigations + 1,
    })),
  resumeDialog: () =>
    set(({ suspended, navigations }) => ({ ...suspended, suspended: null, navigations: navigations + 1 })),
  reset: () => set(({ navigations }) => ({ ...initial, navigations: navigations + 1 })),
}));

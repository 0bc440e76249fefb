import { create } from 'zustand';
import type { Identifier } from '../../shared/domain/account.ts';
import type { Challenge, Purpose } from '../../shared/domain/challenge.ts';
import type { SetUpName } from '../../shared/domain/way.ts';

export type PageName = 'dashboard' | 'your-info' | 'local-mailbox' | 'settings';

/** A part of the settings: a tab, or how one way of proving is set up. */
export type SettingsPart = 'general' | 'verification' | SetUpName;

/** Dialogs that belong to no page. */
export type OpenDialog = { kind: 'add' } | { kind: 'switcher' };

/** Where proving an identifier stands. The challenge is as last known; the snapshot has it as it is now. */
export type Step =
  | { step: 'enter' }
  | { step: 'verify'; challenge: Challenge }
  | { step: 'linked'; identifier: Identifier; practice: boolean };

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

/** A dialog that is closed opens where it was left, unless there is nothing to keep. */
function keptStep(step: Step | null, typed: string | undefined): Step | null {
  if (step?.step === 'linked') return null;
  return step?.step === 'enter' && !typed ? null : step;
}

/** What is on screen and what was typed: the renderer's own state. */
export const useView = create<ViewState>((set) => ({
  ...initial,
  go: (page) => set(({ navigations }) => ({ page, dialog: null, navigations: navigations + 1 })),
  openSettings: (settings) =>
    set(({ navigations }) => ({ page: 'settings', settings, dialog: null, navigations: navigations + 1 })),
  openDialog: (dialog) => set({ dialog, suspended: null }),
  closeDialog: () =>
    set(({ steps, typed }) => ({ dialog: null, steps: { ...steps, link: keptStep(steps.link, typed['link']) } })),
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

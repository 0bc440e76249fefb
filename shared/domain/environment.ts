import * as z from 'zod';
import type { AppError } from '../errors.ts';

/** Refusals are made by our own rules, so only their outline is checked here. */
const Refusal = z.custom<AppError>((value) => typeof value === 'object' && value !== null && 'code' in value);

/** Something the person should know that no command of the window answers with. */
export const Notice = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('preferences-reset'), file: z.string() }),
  z.strictObject({ code: z.literal('kept-in-tray') }),
  /** What was asked for in the tray or a menu was refused; the words are those of the refusal. */
  z.strictObject({ code: z.literal('command-refused'), error: Refusal }),
]);
export type Notice = z.infer<typeof Notice>;

/** What the renderer has to know of where it runs; read once. */
export const Environment = z.strictObject({
  version: z.string(),
  platform: z.enum(['windows', 'macos', 'linux']),
  /** `chromium` where the stand-in runs the app. */
  runtime: z.enum(['electron', 'chromium']),
  /** Whether this desktop shows a tray icon. */
  tray: z.boolean(),
  /** The region of the system, ISO 3166-1 alpha-2. */
  region: z.string(),
  /** Notices from the start, before a window could show them. */
  notices: z.array(Notice),
});
export type Environment = z.infer<typeof Environment>;

/** Where the shell can send the window. */
export const Page = z.enum(['dashboard', 'your-info', 'local-mailbox', 'activity', 'settings', 'add', 'switcher']);
export type Page = z.infer<typeof Page>;

/** Where the shell sends the window, and what it fills in there: texts and addresses that nobody has checked. */
export const Navigation = z.union([
  /** `text` goes into the field of `add` or `switcher`; nothing is sent by it. */
  z.strictObject({ page: Page, text: z.string().max(2048).optional() }),
  /** The question in which account this address opens. */
  z.strictObject({ page: z.literal('open-link'), address: z.string().max(2048) }),
]);
export type Navigation = z.infer<typeof Navigation>;

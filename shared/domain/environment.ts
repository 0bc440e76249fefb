import * as z from 'zod';

/** Something the person should know that no command of theirs caused. */
export const Notice = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('preferences-reset'), file: z.string() }),
  z.strictObject({ code: z.literal('kept-in-tray') }),
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
export const Page = z.enum(['dashboard', 'your-info', 'local-mailbox', 'preferences', 'add', 'switcher']);
export type Page = z.infer<typeof Page>;

import * as z from 'zod';
import { QuietHours } from './notifications.ts';
import { WayName } from './way.ts';

/** A key that can be pressed together with others, in Electron's words. */
const KEY = '(?:[A-Z0-9]|F(?:[1-9]|1[0-9]|2[0-4])|Space|Up|Down|Left|Right|Home|End|PageUp|PageDown|Insert)';

/** Keys in Electron's words, like `Control+Alt+S`; never such as are pressed in typing. */
export const Shortcut = z
  .string()
  .max(60)
  .regex(new RegExp(`^(?:(?:Control|Command|Super|Alt)\\+)+(?:Shift\\+)?${KEY}$`));
/** A user agent that can be sent in a header: printable ASCII. */
const UserAgent = z.string().regex(/^[\x20-\x7e]{1,500}$/);

/** What the person prefers; losing it costs no link. */
export const Preferences = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** Closing the window keeps Switchboard in the tray. */
  keepInTray: z.boolean(),
  openAtLogin: z.boolean(),
  /** For phone numbers typed without a country code: `system`, or an ISO 3166-1 alpha-2 code. */
  phoneRegion: z.union([z.literal('system'), z.string().regex(/^[A-Z]{2}$/)]),
  /** For how many days activity is kept; null for ever. */
  activityDays: z.literal([30, 90, 400]).nullable(),
  /** The way of proving that was chosen last. */
  wayForEmail: WayName.nullable(),
  wayForPhone: WayName.nullable(),
  showNotifications: z.boolean(),
  /** How much is unread stands on the app's icon. */
  showBadge: z.boolean(),
  /** When no account shows notifications, unless it has hours of its own. */
  quietHours: QuietHours.nullable(),
  /** Shows the switcher wherever the person is; null where no keys do. */
  shortcut: Shortcut.nullable(),
  /** How many of the pages used last stay awake however long nobody looks at them. */
  warmTabs: z.int().min(1).max(30),
  /** What Switchboard calls itself to a service, by the service's id; the others are told Chromium's own words. */
  userAgents: z.record(z.string().max(64), UserAgent),
});
export type Preferences = z.infer<typeof Preferences>;

/** The preferences to change; the others stay. */
export const PreferencesPatch = Preferences.partial();
export type PreferencesPatch = z.infer<typeof PreferencesPatch>;

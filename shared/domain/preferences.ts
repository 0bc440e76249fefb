import * as z from 'zod';
import { QuietHours } from './notifications.ts';
import { WayName } from './way.ts';

/** What the person prefers; losing it costs no link. */
export const Preferences = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** Closing the window keeps Switchboard in the tray. */
  keepInTray: z.boolean(),
  openAtLogin: z.boolean(),
  /** For phone numbers typed without a country code: `system`, or an ISO 3166-1 alpha-2 code. */
  phoneRegion: z.union([z.literal('system'), z.string().regex(/^[A-Z]{2}$/)]),
  /** The way of proving that was chosen last. */
  wayForEmail: WayName.nullable(),
  wayForPhone: WayName.nullable(),
  showNotifications: z.boolean(),
  /** How much is unread stands on the app's icon. */
  showBadge: z.boolean(),
  /** When no account shows notifications, unless it has hours of its own. */
  quietHours: QuietHours.nullable(),
});
export type Preferences = z.infer<typeof Preferences>;

/** The preferences to change; the others stay. */
export const PreferencesPatch = Preferences.partial();
export type PreferencesPatch = z.infer<typeof PreferencesPatch>;

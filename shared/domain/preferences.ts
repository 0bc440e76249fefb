import * as z from 'zod';
import { WayName } from './way.ts';

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
});
export type Preferences = z.infer<typeof Preferences>;

/** The preferences to change; the others stay. */
export const PreferencesPatch = Preferences.partial();
export type PreferencesPatch = z.infer<typeof PreferencesPatch>;

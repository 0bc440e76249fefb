import * as z from 'zod';
import { WayName } from './way.ts';

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
  /** The way of proving that was chosen last. */
  wayForEmail: WayName.nullable(),
  wayForPhone: WayName.nullable(),
  /** How many of the pages used last stay awake however long nobody looks at them. */
  warmTabs: z.int().min(1).max(30),
  /** What Switchboard calls itself to a service, by the service's id; the others are told Chromium's own words. */
  userAgents: z.record(z.string().max(64), UserAgent),
});
export type Preferences = z.infer<typeof Preferences>;

/** The preferences to change; the others stay. */
export const PreferencesPatch = Preferences.partial();
export type PreferencesPatch = z.infer<typeof PreferencesPatch>;

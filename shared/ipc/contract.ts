import { accounts } from './accounts.ts';
import { activity } from './activity.ts';
import { app } from './app.ts';
import { browsers } from './browsers.ts';
import { challenge } from './challenge.ts';
import type * as define from './define.ts';
import { downloads } from './downloads.ts';
import { groups } from './groups.ts';
import { links } from './links.ts';
import { mailbox } from './mailbox.ts';
import { notifications } from './notifications.ts';
import { permissions } from './permissions.ts';
import { preferences } from './preferences.ts';
import { secrets } from './secrets.ts';
import { services } from './services.ts';
import { tabs } from './tabs.ts';
import { ways } from './ways.ts';

/** The one declaration of everything that crosses between renderer and main. */
export const contract = {
  app,
  accounts,
  challenge,
  ways,
  secrets,
  mailbox,
  services,
  tabs,
  downloads,
  permissions,
  browsers,
  links,
  preferences,
  notifications,
  activity,
  groups,
};

/** The type that everything else is derived from. */
export type Contract = typeof contract;
/** The contract as its callers see it. */
export type Client = define.Client<Contract>;
/** What main has to supply. */
export type Handlers = define.Handlers<Contract>;
/** What main tells: each event with its payload. */
export type EventMessage = define.EventMessage<Contract>;

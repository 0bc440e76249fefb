import { accounts } from './accounts.ts';
import { app } from './app.ts';
import { challenge } from './challenge.ts';
import type * as define from './define.ts';
import { mailbox } from './mailbox.ts';
import { preferences } from './preferences.ts';
import { services } from './services.ts';

/** The one declaration of everything that crosses between renderer and main. */
export const contract = { app, accounts, challenge, mailbox, services, preferences };

export type Contract = typeof contract;
export type Client = define.Client<Contract>;
export type Handlers = define.Handlers<Contract>;
export type EventMessage = define.EventMessage<Contract>;

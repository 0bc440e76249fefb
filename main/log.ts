/** Everything that is logged, by name. A new event is a new line here. */
export type LogEvent =
  | 'app-started'
  | 'app-quit'
  | 'store-opened'
  | 'store-problem'
  | 'store-fault'
  | 'migrated'
  | 'command-refused'
  | 'command-failed'
  | 'message-refused'
  | 'code-sent'
  | 'code-not-sent'
  | 'code-unsure'
  | 'account-linked'
  | 'account-removed'
  | 'account-erased'
  | 'everything-erased'
  | 'preferences-reset'
  | 'secrets-unprotected'
  | 'navigation-blocked'
  | 'window-blocked'
  | 'permission-denied'
  | 'request-blocked'
  | 'second-start';

/** What may stand beside an event: numbers, flags, and short words of our own; never text from outside. */
export type LogFields = Readonly<Record<string, number | boolean | string>>;

/** Event names and typed fields, one line each (security: L1 to L4). */
export interface Log {
  event(name: LogEvent, fields?: LogFields): void;
  /** Writes a thrown error under an incident id, redacted; the id is all that leaves main. */
  fault(incidentId: string, error: unknown): void;
}

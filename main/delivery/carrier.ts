import type { CarrierName } from '../../shared/domain/account.ts';
import type { SendFailure } from '../../shared/domain/challenge.ts';
import type { ParsedIdentifier } from '../identifiers/parse.ts';
import type { CodeMessage } from './message.ts';

/**
 * What became of a message (security: D1). `unsure`: it was handed over whole, and then nothing was heard; it may
 * still arrive and must not be sent again.
 */
export type Outcome = { kind: 'sent' } | { kind: 'not-sent'; reason: SendFailure } | { kind: 'unsure' };

/** Takes a code to an identifier. */
export interface Carrier {
  readonly name: CarrierName;
  /** Sends once and never again by itself; `signal` gives up. Does not reject. */
  send(delivery: { identifier: ParsedIdentifier; message: CodeMessage; signal: AbortSignal }): Promise<Outcome>;
}

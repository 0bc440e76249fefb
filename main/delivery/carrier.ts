import type { SendFailure } from '../../shared/domain/challenge.ts';
import type { CarrierName } from '../../shared/domain/names.ts';
import type { ParsedIdentifier } from '../identifiers/parse.ts';
import type { CodeMessage } from './message.ts';

/** Whether a message arrived, as far as a provider tells: null where it does not, or not in time. */
export type Delivery = { arrived: boolean; said?: string } | null;

/**
 * What became of a message (security: D1). `unsure`: it was handed over whole, and then nothing was heard; it may
 * still arrive and must not be sent again. `said` is the server's own answer, in one line and without the code.
 */
export type Outcome =
  | {
      kind: 'sent';
      said?: string;
      /** Waits for what the provider reports of it; `signal` gives up. Does not reject. */
      follow?: (signal: AbortSignal) => Promise<Delivery>;
    }
  | { kind: 'not-sent'; reason: SendFailure; said?: string; retry?: Retry }
  | { kind: 'unsure'; said?: string };

/** Nothing was sent, for a reason of our own; where nobody was reached, it may be tried again. */
export function notSent(reason: SendFailure): Outcome {
  return { kind: 'not-sent', reason, ...(reason === 'unreachable' && { retry: { after: null } }) };
}

/** A refusal for now only: nothing was handed over, and it may be tried again. */
export interface Retry {
  /** How long the server asks to wait, in ms; null where it does not say. */
  after: number | null;
}

/** One message to one recipient. */
export interface Parcel {
  identifier: ParsedIdentifier;
  message: CodeMessage;
  /** Gives up. */
  signal: AbortSignal;
}

/** Takes a code to an identifier. */
export interface Carrier {
  readonly name: CarrierName;
  /** Sends once and never again by itself. Does not reject. */
  send(parcel: Parcel): Promise<Outcome>;
}

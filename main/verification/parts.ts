import { createHmac } from 'node:crypto';
import { countryOf } from '../identifiers/phone.ts';
import type { Carriers } from '../delivery/carriers.ts';
import type { Tagger } from '../log.ts';
import type { Ports } from '../ports.ts';
import { setTrustedTime } from '../store/app-state.ts';
import type { StoredChallenge } from '../store/challenges.ts';
import type { ReadDb, Store, WriteTx } from '../store/database.ts';
import { failuresSince, type FailureTimes } from '../store/failures.ts';
import { sendsSince, type SendTimes } from '../store/sends.ts';
import { DAY } from './limits.ts';
import type { Outbox } from './outbox.ts';
import type { Moment, TrustedTime } from './trusted-time.ts';

/** What the verification workflow works with. */
export interface VerificationParts extends Pick<Ports, 'random' | 'clock' | 'log'> {
  store: Store;
  time: TrustedTime;
  /** Awaited by every command that makes or checks a code. */
  codeKey: Promise<Buffer>;
  /** Names identifiers in the tables of sends and failures. */
  tagKey: Buffer;
  /** Names identifiers in the log. */
  tagOf: Tagger;
  carriers: Carriers;
  outbox: Outbox;
  /** The home country for phone numbers, ISO 3166-1 alpha-2. */
  region(): string;
}

/** The moment of a write, kept as the highest trusted time seen. */
export function momentOf({ time }: Pick<VerificationParts, 'time'>, tx: WriteTx): Moment {
  const now = time.now();
  setTrustedTime(tx, now.trusted);
  return now;
}

/** What counts against an identifier at `now`. */
export interface Counts {
  tag: Buffer;
  failures: FailureTimes;
  sends: SendTimes;
  abroad: boolean;
}

type Counted = Pick<StoredChallenge, 'identifier' | 'identifierKind'>;

/** Counts what stands against an identifier: the failures and sends of the last day. */
export function countsOf(parts: VerificationParts, db: ReadDb, counted: Counted, now: Moment): Counts {
  const tag = createHmac('sha256', parts.tagKey).update(counted.identifier).digest();
  const since = now.trusted - DAY;
  return {
    tag,
    failures: failuresSince(db, tag, since),
    sends: sendsSince(db, tag, since),
    abroad: counted.identifierKind === 'phone' && countryOf(counted.identifier) !== parts.region(),
  };
}

import { hostname } from 'node:os';
import { assertNever } from '../../shared/assert-never.ts';
import type { CarrierName } from '../../shared/domain/names.ts';
import type { TestReport } from '../../shared/domain/way.ts';
import { ok, refuse, type Result } from '../../shared/errors.ts';
import { timestamp } from '../accounts/parts.ts';
import type { Outcome } from '../delivery/carrier.ts';
import { reaches } from '../delivery/choose.ts';
import { shortTestLetter, testLetter } from '../delivery/message.ts';
import { sendInTime } from '../delivery/send-in-time.ts';
import { parseIdentifier, type IdentifierRefusal, type ParsedIdentifier } from '../identifiers/parse.ts';
import { findSetUp } from '../store/ways.ts';
import { countsOf, momentOf } from '../verification/parts.ts';
import { countSend, messageRefusal, type SendRefusal } from '../verification/send.ts';
import type { WayParts } from './parts.ts';

/** A carrier that has to be set up. */
export type RealCarrier = Exclude<CarrierName, 'local-mailbox'>;

type LimitRefusal = Exclude<SendRefusal, 'too-many-tries'>;

/** Why no test is sent. */
export type TestRefusal = 'not-set-up' | 'carrier-off' | IdentifierRefusal | LimitRefusal;

/** Sends a message without a code, once, and tells what the server answered. `signal` gives up. */
export async function sendTest(
  parts: WayParts,
  { carrier: name, to }: { carrier: RealCarrier; to: string },
  signal: AbortSignal,
): Promise<Result<TestReport, TestRefusal>> {
  const { store, carriers, clock, vault, log } = parts;
  await vault.ready();
  if (findSetUp(store.read, name) === null) return refuse('not-set-up');
  const identifier = parseIdentifier(to, parts.region());
  if (!identifier.ok) return identifier;
  if (!reaches(name, identifier.value.kind)) return refuse('carrier-off');
  const refusal = count(parts, name, identifier.value);
  if (refusal !== null) return refusal;
  const write = identifier.value.kind === 'phone' ? shortTestLetter : testLetter;
  const parcel = { identifier: identifier.value, message: write(hostname()), signal };
  const outcome = await sendInTime(clock, carriers.find(name), parcel);
  log.event('test-sent', { to: parts.tagOf(identifier.value.value), carrier: name, outcome: outcome.kind });
  return ok(reportOf(outcome, timestamp(parts)));
}

/** Counts the test as a send before it goes out, or says why it may not: nobody is flooded by tests (security: C9, D9). */
function count(parts: WayParts, carrier: CarrierName, to: ParsedIdentifier): Result<never, LimitRefusal> | null {
  return parts.store.write((tx) => {
    const now = momentOf(parts, tx);
    const counts = countsOf(parts, tx, { identifier: to.value, identifierKind: to.kind }, now);
    const refusal = messageRefusal(parts, tx, { counts, carrier, now });
    if (refusal === null) countSend(tx, counts, carrier, now);
    return refusal;
  });
}

function reportOf(outcome: Outcome, at: string): TestReport {
  const said = outcome.said ?? null;
  switch (outcome.kind) {
    case 'sent':
    case 'unsure':
      return { at, outcome: outcome.kind, failure: null, said };
    case 'not-sent':
      return { at, outcome: 'not-sent', failure: outcome.reason, said };
    default:
      return assertNever(outcome);
  }
}

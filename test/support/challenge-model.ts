import type { ErrorCode } from '../../shared/errors.ts';
import { DAY, sendLimit, tryLimit, TRIES_PER_CHALLENGE } from '../../main/verification/limits.ts';
import { CODE_LIFETIME } from '../../main/verification/machine.ts';

/** A challenge as the model sees it. */
export interface ModelChallenge {
  state: 'sending' | 'waiting' | 'send-failed' | 'verified' | 'locked' | 'expired' | 'cancelled';
  failure: string | null;
  unsure: boolean;
  triesLeft: number;
  sendNumber: number;
  sentAt: number;
  expires: number;
}

type Verdict = 'right' | 'wrong' | 'old';
type Answer = 'ok' | ErrorCode;

/** The verification workflow once more, as short as it can be said: what each step must answer and leave behind. */
export class ChallengeModel {
  readonly challenges = new Map<string, ModelChallenge>();
  readonly linked = new Set<string>();
  private readonly failures: { who: string; at: number }[] = [];
  private readonly sends: { who: string; at: number }[] = [];
  private readonly runs = new Map<string, number>();

  isOpen(who: string): boolean {
    return ['sending', 'waiting', 'send-failed'].includes(this.challenges.get(who)?.state ?? '');
  }

  start(who: string, now: number): Answer {
    if (this.linked.has(who)) return 'already-linked';
    if (this.isOpen(who)) return 'ok';
    return this.sendRefusal(who, now) ?? this.send(who, now, { triesLeft: TRIES_PER_CHALLENGE, sendNumber: 1 });
  }

  resend(who: string, now: number): Answer {
    const challenge = this.challenges.get(who);
    if (challenge === undefined || !this.isOpen(who)) return this.closed(challenge);
    const { triesLeft, sendNumber } = challenge;
    return this.sendRefusal(who, now) ?? this.send(who, now, { triesLeft, sendNumber: sendNumber + 1 });
  }

  submit(who: string, verdict: Verdict, now: number): Answer {
    const challenge = this.challenges.get(who);
    if (challenge === undefined || !this.isOpen(who)) return this.closed(challenge);
    if (challenge.state === 'send-failed') return 'code-superseded';
    if (tryLimit(this.failuresOf(who, now), now) !== null) return 'too-many-tries';
    if (verdict === 'old') return 'code-superseded';
    if (verdict === 'right') {
      challenge.state = 'verified';
      this.runs.delete(who);
      this.linked.add(who);
      return 'ok';
    }
    this.failures.push({ who, at: now });
    this.runs.set(who, (this.runs.get(who) ?? 0) + 1);
    challenge.triesLeft -= 1;
    if (challenge.triesLeft > 0) return 'code-wrong';
    challenge.state = 'locked';
    return 'challenge-locked';
  }

  cancel(who: string): Answer {
    const challenge = this.challenges.get(who);
    if (challenge !== undefined && this.isOpen(who)) challenge.state = 'cancelled';
    return 'ok';
  }

  answered(who: string, outcome: 'sent' | 'unsure' | 'not-sent'): void {
    const challenge = this.challenges.get(who);
    if (challenge?.state !== 'sending') return;
    challenge.state = outcome === 'not-sent' ? 'send-failed' : 'waiting';
    challenge.unsure = outcome === 'unsure';
    challenge.failure = outcome === 'not-sent' ? 'refused' : null;
  }

  /** Time has passed: sends are given up after 30 s, challenges end. */
  passed(now: number): void {
    for (const challenge of this.challenges.values()) {
      if (challenge.state === 'sending' && now >= challenge.sentAt + 30_000) {
        Object.assign(challenge, { state: 'send-failed', failure: 'timed-out' });
      }
      if (['sending', 'waiting', 'send-failed'].includes(challenge.state) && now >= challenge.expires) {
        challenge.state = 'expired';
      }
    }
  }

  /** The next start finds sends interrupted, and has forgotten what ended more than a day ago. */
  crashed(now: number): void {
    for (const [who, challenge] of this.challenges) {
      if (challenge.state === 'sending') Object.assign(challenge, { state: 'send-failed', failure: 'interrupted' });
      if (challenge.state === 'expired' && challenge.expires < now - DAY) this.challenges.delete(who);
    }
  }

  private send(who: string, now: number, kept: Pick<ModelChallenge, 'triesLeft' | 'sendNumber'>): Answer {
    this.sends.push({ who, at: now });
    const fresh = {
      state: 'sending',
      failure: null,
      unsure: false,
      sentAt: now,
      expires: now + CODE_LIFETIME,
    } as const;
    this.challenges.set(who, { ...fresh, ...kept });
    return 'ok';
  }

  private sendRefusal(who: string, now: number): Answer | null {
    if (tryLimit(this.failuresOf(who, now), now) !== null) return 'too-many-tries';
    const all = this.sends.filter(({ at }) => at > now - DAY);
    const mine = all.filter((send) => send.who === who);
    const times = { ofIdentifier: mine.map(({ at }) => at), ofInstallation: all.map(({ at }) => at), abroad: [] };
    const limit = sendLimit(times, now, false);
    return limit && (limit.kind === 'too-soon' ? 'resend-too-soon' : 'too-many-sends');
  }

  private failuresOf(who: string, now: number) {
    const all = this.failures.filter(({ at }) => at > now - DAY);
    return {
      ofIdentifier: all.filter((failure) => failure.who === who).map(({ at }) => at),
      ofInstallation: all.map(({ at }) => at),
      inARow: this.runs.get(who) ?? 0,
    };
  }

  private closed(challenge: ModelChallenge | undefined): Answer {
    return challenge?.state === 'expired' ? 'challenge-expired' : 'challenge-closed';
  }
}

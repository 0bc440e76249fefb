import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertNever } from '../../shared/assert-never.ts';
import type { Result } from '../../shared/errors.ts';
import { createCore, type Core } from '../../main/core.ts';
import { ChallengeModel, type ModelChallenge } from '../support/challenge-model.ts';
import { heldClock } from '../support/clock.ts';
import { createTestCore, wrongCode } from '../support/core.ts';
import { temporaryFolder } from '../support/folder.ts';
import { heldCarrier } from '../support/held-carrier.ts';
import { heldPorts } from '../support/ports.ts';
import { heldRandom } from '../support/random.ts';

const PEOPLE = ['ada@example.com', 'bob@example.com'];
const MINUTE = 60_000;
const NOBODY = '3f0c8a86-5e7b-4d9e-9c0b-1f2a3b4c5d6e';

type Act = 'start' | 'resend' | 'submit' | 'answer' | 'cancel' | 'pass' | 'crash';

const step = fc
  .tuple(
    fc.constantFrom<Act>(
      'start',
      'start',
      'resend',
      'resend',
      'submit',
      'submit',
      'submit',
      'submit',
      'submit',
      'answer',
      'answer',
      'cancel',
      'pass',
      'pass',
      'crash',
    ),
    fc.constantFrom(...PEOPLE),
    fc.constantFrom<'sent' | 'unsure' | 'not-sent'>('sent', 'sent', 'unsure', 'not-sent'),
    fc.constantFrom<'right' | 'wrong' | 'old'>('wrong', 'wrong', 'wrong', 'wrong', 'old', 'right'),
    fc.constantFrom(1_000, MINUTE / 2, MINUTE / 2, 5 * MINUTE, 10 * MINUTE, 60 * MINUTE, 1_440 * MINUTE),
  )
  .map(([act, who, outcome, verdict, ms]) => ({ act, who, outcome, verdict, ms }));
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Both {
  app: unknown;
  model: unknown;
}

const NOTHING: Both = { app: null, model: null };

/** The app beside the model, both going the same way. */
class Pair {
  readonly model = new ChallengeModel();
  private readonly root: string;
  private folder: string;
  private clock;
  private carrier = heldCarrier();
  private core: Core;
  private runs = 0;
  /** Per person: the id of the last challenge, and its codes, oldest first. */
  private readonly asked = new Map<string, { id: string; codes: string[] }>();

  constructor(root: string, base: string, now: number) {
    this.root = root;
    this.clock = heldClock(now);
    this.folder = base;
    this.core = this.open(base);
  }

  /** Takes a step on both sides, and gives what each of them answered and holds then. */
  async take(next: Step): Promise<Both> {
    const now = this.clock.now();
    const answers = await this.act(next, now);
    await settled();
    const { app, model } = this.held();
    return { app: [answers.app, app], model: [answers.model, model] };
  }

  private async act({ act, who, outcome, verdict, ms }: Step, now: number): Promise<Both> {
    const challengeId = this.idOf(who);
    switch (act) {
      case 'start':
        return this.start(who, now);
      case 'resend': {
        const answer = await this.core.answer('challenge.resend', { challengeId });
        if (answer.ok) await this.keepCode(who);
        return { app: codeOf(answer), model: this.model.resend(who, now) };
      }
      case 'submit':
        return this.submit(who, verdict, now);
      case 'cancel':
        return {
          app: codeOf(await this.core.answer('challenge.cancel', { challengeId })),
          model: this.model.cancel(who),
        };
      case 'answer':
        this.carrier.answer(who, outcome === 'not-sent' ? { kind: outcome, reason: 'refused' } : { kind: outcome });
        this.model.answered(who, outcome);
        return NOTHING;
      case 'pass':
        this.clock.advance(ms);
        this.model.passed(this.clock.now());
        return NOTHING;
      case 'crash':
        await this.crash();
        return NOTHING;
      default:
        return assertNever(act);
    }
  }

  /** What is shown: the open challenges, and who is linked. */
  private held(): Both {
    const { challenges, accounts } = this.core.snapshot();
    const open = PEOPLE.filter((who) => this.model.isOpen(who));
    return {
      app: {
        open: new Map(challenges.map((challenge) => [challenge.identifier.value, outline(challenge)])),
        linked: new Set(accounts.accounts.slice(1).map(({ identifier }) => identifier.value)),
      },
      model: {
        open: new Map(open.map((who) => [who, outline(this.model.challenges.get(who))])),
        linked: this.model.linked,
      },
    };
  }

  private async start(who: string, now: number): Promise<Both> {
    const isNew = !this.model.isOpen(who);
    const answer = await this.core.commands.accounts.link({ identifier: who });
    if (answer.ok && isNew) {
      this.asked.set(who, { id: answer.value.id, codes: [] });
      await this.keepCode(who);
    }
    return { app: codeOf(answer), model: this.model.start(who, now) };
  }

  private async submit(who: string, verdict: 'right' | 'wrong' | 'old', now: number): Promise<Both> {
    const codes = this.asked.get(who)?.codes ?? [];
    const newest = codes.at(-1) ?? '000000';
    const old = codes.find((code) => code !== newest);
    const given = verdict === 'old' && old === undefined ? 'wrong' : verdict;
    const code = { right: newest, wrong: unlike(codes, newest), old: old ?? newest }[given];
    const answer = await this.core.answer('challenge.submit', { challengeId: this.idOf(who), code });
    return { app: codeOf(answer), model: this.model.submit(who, given, now) };
  }

  private idOf(who: string): string {
    return this.asked.get(who)?.id ?? NOBODY;
  }

  private async keepCode(who: string): Promise<void> {
    await settled();
    this.asked.get(who)?.codes.push(this.carrier.codes(who).at(-1) ?? '');
  }

  /** What is on disk now is all that the next start finds. */
  private async crash(): Promise<void> {
    const folder = mkdtempSync(join(this.root, 'crash-'));
    cpSync(this.folder, folder, { recursive: true });
    await this.core.close();
    this.folder = folder;
    this.clock = heldClock(this.clock.now());
    this.carrier = heldCarrier();
    this.core = this.open(folder);
    await this.ready();
    this.model.crashed(this.clock.now());
  }

  /** The key is read from a real file while the clock stands: time may only pass once a command has waited for it. */
  async ready(): Promise<void> {
    await this.core.answer('challenge.resend', { challengeId: NOBODY });
  }

  close(): Promise<void> {
    return this.core.close();
  }

  private open(folder: string): Core {
    this.runs += 1;
    const ports = { ...heldPorts(folder), clock: this.clock, random: heldRandom(this.runs) };
    const created = createCore(ports, { carrier: this.carrier });
    if (!created.ok) throw new Error(created.problem.kind);
    return created.value;
  }
}

test('whatever happens, crashes between any two steps included, app and model agree', async () => {
  const root = temporaryFolder();
  const base = createTestCore();
  await base.signIn('maria@example.com');
  await base.close();
  // A day later, so that what the sign-in cost is forgotten.
  const later = base.ports.clock.now() + 1_440 * MINUTE;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
      const folder = mkdtempSync(join(root, 'run-'));
      cpSync(base.ports.folder, folder, { recursive: true });
      const pair = new Pair(root, folder, later);
      try {
        await pair.ready();
        for (const next of steps) {
          const { app, model } = await pair.take(next);
          expect(app).toEqual(model);
        }
      } finally {
        await pair.close();
        rmSync(folder, { recursive: true });
      }
    }),
    { numRuns: 80, seed: 20261123 },
  );
});

/** What both sides know of a challenge. */
function outline(challenge: Pick<ModelChallenge, 'failure' | 'unsure' | 'triesLeft' | 'sendNumber'> | undefined) {
  if (challenge === undefined) return null;
  const { failure, unsure, triesLeft, sendNumber } = challenge;
  const state = 'state' in challenge ? challenge.state : null;
  return { state, failure, unsure, triesLeft, sendNumber };
}

function codeOf(answer: Result<unknown>): string {
  return answer.ok ? 'ok' : answer.error.code;
}

function unlike(codes: readonly string[], code: string, n = 1): string {
  const other = wrongCode(code, n);
  return codes.includes(other) ? unlike(codes, code, n + 1) : other;
}

/** Lets everything run that waits for no clock. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

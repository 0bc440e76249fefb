import { onTestFinished } from 'vitest';
import type { Challenge } from '../../shared/domain/challenge.ts';
import type { AccountId } from '../../shared/domain/account.ts';
import type { AppError, Result } from '../../shared/errors.ts';
import { createCore, type Core, type CoreOptions } from '../../main/core.ts';
import type { Ports } from '../../main/ports.ts';
import { temporaryFolder } from './folder.ts';
import { heldPorts } from './ports.ts';

type HeldPorts = ReturnType<typeof heldPorts>;

/** The whole app on a real store and a real mailbox, with time and randomness held. */
export interface TestCore extends Core {
  readonly ports: HeldPorts;
  /** Waits until no code is on its way. */
  readonly idle: () => Promise<void>;
  /** Waits for the code that was sent last. */
  readonly newestCode: () => Promise<string>;
  /** Signs in or links with the code that arrives. */
  readonly prove: (challenge: Challenge) => Promise<AccountId>;
  readonly signIn: (identifier: string) => Promise<AccountId>;
  readonly link: (identifier: string) => Promise<AccountId>;
}

/** Starts the app, in `folder` where a test goes on with one, and closes it with the test. */
export function createTestCore(
  { folder = temporaryFolder(), ...given }: Partial<HeldPorts> = {},
  options: CoreOptions = {},
): TestCore {
  const ports = { ...heldPorts(folder), ...given };
  const core = start(ports, options);
  onTestFinished(() => core.close());

  const idle = () => idleOf(core);
  const newestCode = async () => {
    await idle();
    return codeIn(value(await core.commands.mailbox.list({}))[0]?.text ?? '');
  };
  const prove = async ({ id }: Challenge) => {
    const submitted = await core.commands.challenge.submit({ challengeId: id, code: await newestCode() });
    return value(submitted).accountId;
  };
  return {
    ...core,
    ports,
    idle,
    newestCode,
    prove,
    signIn: async (identifier) => prove(value(await core.commands.accounts.signIn({ identifier }))),
    link: async (identifier) => prove(value(await core.commands.accounts.link({ identifier }))),
  };
}

function start(ports: Ports, options: CoreOptions): Core {
  const created = createCore(ports, options);
  if (!created.ok) throw new Error(`The store did not open: ${created.problem.kind}`);
  let closing: Promise<void> | null = null;
  return { ...created.value, close: () => (closing ??= created.value.close()) };
}

/** Waits until no challenge is in state `sending`. */
export function idleOf(core: Core): Promise<void> {
  const isIdle = () => core.snapshot().challenges.every(({ state }) => state !== 'sending');
  return new Promise((resolve) => {
    if (isIdle()) return resolve();
    const stop = core.subscribe(() => {
      if (!isIdle()) return;
      stop();
      resolve();
    });
  });
}

/** The six digits at the beginning of a message. */
export function codeIn(text: string): string {
  const code = /^\d{6}\b/.exec(text)?.[0];
  if (code === undefined) throw new Error(`No code in: ${text}`);
  return code;
}

/** Another code than the right one; `n` makes several. */
export function wrongCode(right: string, n = 1): string {
  return String((Number(right) + n) % 1_000_000).padStart(6, '0');
}

/** What was answered, where it must be an answer. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The refusal, where it must be one. */
export function refusal<T>(result: Result<T>): AppError {
  if (result.ok) throw new Error(`Not refused: ${JSON.stringify(result.value)}`);
  return result.error;
}

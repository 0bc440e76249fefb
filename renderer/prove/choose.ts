import type { IdentifierKind } from '../../shared/domain/account.ts';
import type { CarrierName, ProofStrength, ProviderName } from '../../shared/domain/names.ts';
import type { Preferences } from '../../shared/domain/preferences.ts';
import type { FittingWay, WayName } from '../../shared/domain/way.ts';
import type { AppError, Result } from '../../shared/errors.ts';
import { api } from '../ipc/client.ts';
import type { Wish } from '../stores/steps.ts';

type Remembered = Pick<Preferences, 'wayForEmail' | 'wayForPhone'>;

/** The ways that fit, strongest first. */
export function fittingWays(wish: Wish): Promise<Result<FittingWay[]>> {
  return api.ways.fitting(
    wish.purpose === 'prove-again' ? { accountId: wish.accountId } : { identifier: wish.identifier },
  );
}

/** Whether a refusal is about what was typed, whatever the way: only another identifier goes on. */
export function isAboutIdentifier(wish: Wish, { code }: AppError): boolean {
  const typed = wish.purpose !== 'prove-again' && wish.identifier !== '';
  return typed && (code === 'already-linked' || code === 'is-primary');
}

/** Whether a way is a sign-in; every other one is a code. */
export function isProvider(name: WayName): name is ProviderName {
  return name === 'microsoft' || name === 'openid';
}

/** The carrier to send a code by without asking: where it is the only way that can be used now. */
export function onlyCarrier(ways: readonly FittingWay[]): CarrierName | null {
  const [only, ...others] = ways.filter(({ problem }) => problem === null);
  return only === undefined || others.length > 0 || isProvider(only.name) ? null : only.name;
}

/** The way to offer first: the remembered one where it can be used, else the strongest that can. */
export function offeredWay(ways: readonly FittingWay[], remembered: WayName | null): WayName | null {
  const usable = ways.filter(({ problem }) => problem === null);
  return (usable.find(({ name }) => name === remembered) ?? usable[0])?.name ?? null;
}

/** Which preference remembers the way for this kind of identifier. */
export function rememberedAs(kind: IdentifierKind): keyof Remembered {
  return kind === 'email' ? 'wayForEmail' : 'wayForPhone';
}

/** What main accepts as an identifier is an email address where it has an @, else a phone number. */
export function kindOfTyped(identifier: string): IdentifierKind {
  return identifier.normalize('NFKC').includes('@') ? 'email' : 'phone';
}

const STRONGEST_FIRST: readonly ProofStrength[] = ['sign-in', 'email', 'text-message', 'practice'];

/** Whether a proof says more than another one. */
export function isStronger(proof: ProofStrength, other: ProofStrength): boolean {
  return STRONGEST_FIRST.indexOf(proof) < STRONGEST_FIRST.indexOf(other);
}

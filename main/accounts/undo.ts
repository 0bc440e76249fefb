import type { AccountId } from '../../shared/domain/account.ts';
import type { AppState } from '../store/app-state.ts';

/** How long a removal can be undone, in ms. */
export const UNDO_TIME = 10_000;

/** Who is primary and who is active. */
export type Roles = Pick<AppState, 'primaryId' | 'activeId'>;

/** What a removed account was, what took its place, and how its purge is called off. */
export interface Undo {
  was: Roles;
  became: Roles;
  callOff: () => void;
}

/** What can be undone, by account. */
export type Undos = Map<AccountId, Undo>;

export type Move = 'up' | 'down' | 'top' | 'bottom';

/**
 * Before which id `id` goes with `move`: null for the end, undefined where it stands there already.
 */
export function beforeAfterMove<Id>(ids: readonly Id[], id: Id, move: Move): Id | null | undefined {
  const index = ids.indexOf(id);
  const last = ids.length - 1;
  if (move === 'up' || move === 'top') return index <= 0 ? undefined : ids[move === 'up' ? index - 1 : 0];
  if (index < 0 || index === last) return undefined;
  return move === 'down' ? (ids[index + 2] ?? null) : null;
}

/** Before which id `id` goes when it is dropped at an edge of `target`; as `beforeAfterMove`. */
export function beforeAfterDrop<Id>(
  ids: readonly Id[],
  id: Id,
  target: Id,
  edge: 'top' | 'bottom',
): Id | null | undefined {
  const before = edge === 'top' ? target : (ids[ids.indexOf(target) + 1] ?? null);
  const next = ids[ids.indexOf(id) + 1] ?? null;
  return before === id || before === next ? undefined : before;
}

/** The place of `id`, from 1, once it stands before `before`. */
export function placeAfter<Id>(ids: readonly Id[], id: Id, before: Id | null): number {
  const others = ids.filter((other) => other !== id);
  return (before === null ? others.length : others.indexOf(before)) + 1;
}

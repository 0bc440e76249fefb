import * as z from 'zod';
import { AccountKind, COLOR_COUNT, Identifier, Instant } from './account.ts';
import { GroupId } from './group-id.ts';

/** Accounts that the person keeps together; an account is in one group at most. */
export const Group = z.strictObject({
  id: GroupId,
  /** Unique, whatever the case, and at most `NAME_MAX` characters. */
  name: z.string(),
  /** An index into the palette of the accounts. */
  color: z
    .int()
    .min(0)
    .max(COLOR_COUNT - 1),
});
export type Group = z.infer<typeof Group>;

/** An account of an imported list that still needs its proof. */
export const PendingLink = z.strictObject({
  id: z.uuid(),
  identifier: Identifier,
  kind: AccountKind,
  name: z.string(),
  /** The name of the group it goes into once it is linked; empty for none. */
  groupName: z.string(),
  addedAt: Instant,
});
export type PendingLink = z.infer<typeof PendingLink>;

/** What is wrong with a row of an imported list. */
export const RowProblem = z.enum([
  'identifier-empty',
  'identifier-wrong',
  'name-too-long',
  'kind-unknown',
  'group-too-long',
]);
export type RowProblem = z.infer<typeof RowProblem>;

/** What an import came to. */
export const ImportReport = z.strictObject({
  /** Pending links that were added. */
  added: z.int(),
  /** Rows whose account is linked, or waits to be linked, already. */
  known: z.int(),
  /** Rows that were left out; `line` counts from 1, the header being the first. */
  problems: z.array(z.strictObject({ line: z.int().positive(), problem: RowProblem })),
});
export type ImportReport = z.infer<typeof ImportReport>;

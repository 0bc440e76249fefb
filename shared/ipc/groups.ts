import * as z from 'zod';
import { AccountId } from '../domain/account.ts';
import { Group, ImportReport } from '../domain/group.ts';
import { GroupId } from '../domain/group-id.ts';
import { command } from './define.ts';

const nothing = z.strictObject({});
const group = z.strictObject({ groupId: GroupId });
const look = z.strictObject({ name: z.string().max(1000), color: Group.shape.color });
const nameRefusals = ['group-name-empty', 'group-name-taken', 'name-too-long'] as const;

/** Groups of accounts, and lists of accounts as files. */
export const groups = {
  create: command({ input: look, output: group, errors: nameRefusals }),
  /** Gives a group another name and colour. */
  change: command({
    input: look.extend({ groupId: GroupId }),
    output: nothing,
    errors: ['group-not-found', ...nameRefusals],
  }),
  /** Moves a group to stand before another one, or to the end with null. */
  move: command({
    input: group.extend({ before: GroupId.nullable() }),
    output: nothing,
    errors: ['group-not-found'],
  }),
  /** Deletes a group; its accounts stay. */
  remove: command({ input: group, output: nothing, errors: ['group-not-found'] }),
  /** Puts accounts into a group, or out of any with null. Accounts that are gone by now are left out. */
  assign: command({
    input: z.strictObject({ accountIds: z.array(AccountId).min(1).max(500), groupId: GroupId.nullable() }),
    output: nothing,
    errors: ['group-not-found'],
  }),
  /**
   * Opens a service for each account of a group, one after the other, in the order of the list; with null the first
   * service that the account has. Answers for how many it opened, and for how many not.
   */
  openAll: command({
    input: group.extend({ serviceId: z.string().max(64).nullable() }),
    output: z.strictObject({ opened: z.int(), failed: z.int() }),
    errors: ['group-not-found'],
  }),
  /** Writes identifier, name, kind and group of every account to a file that the person picks. Picking none is no refusal. */
  exportAccounts: command({
    input: nothing,
    output: z.strictObject({ isSaved: z.boolean() }),
    errors: ['file-not-saved'],
  }),
  /** Reads such a file; who is in it and not linked waits to be linked. Null where the person picked none. */
  importAccounts: command({
    input: nothing,
    output: ImportReport.nullable(),
    errors: ['not-signed-in', 'file-not-read', 'file-too-large', 'list-unreadable'],
  }),
  /** Forgets who waits to be linked: one of them, or all with null. One that is gone by now is no refusal. */
  discardPending: command({ input: z.strictObject({ id: z.uuid().nullable() }), output: nothing, errors: [] }),
};

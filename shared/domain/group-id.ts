import * as z from 'zod';

/** Our own id of a group: a UUID in lower case. Apart from groups, because accounts name theirs and groups are coloured as accounts. */
export const GroupId = z.uuid().lowercase().brand('GroupId');
export type GroupId = z.infer<typeof GroupId>;

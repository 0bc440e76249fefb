import type { PendingLink } from '../../shared/domain/group.ts';
import { showIdentifier } from '../identifiers/show.ts';
import type { ReadDb } from '../store/database.ts';
import { listPendingLinks } from '../store/pending-links.ts';

/** Who waits to be linked, as it is shown. */
export function showPending(db: ReadDb): PendingLink[] {
  return listPendingLinks(db).map(({ id, identifier, identifierKind, address, kind, name, groupName, addedAt }) => ({
    id,
    identifier: showIdentifier({ kind: identifierKind, value: identifier, address }),
    kind,
    name,
    groupName,
    addedAt,
  }));
}

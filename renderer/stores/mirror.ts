import type { Snapshot, Topic } from '../../shared/domain/snapshot.ts';

const TOPICS: readonly Topic[] = ['accounts', 'challenges', 'activity', 'pendingLinks'];

interface MirrorParts {
  /** Reads the given parts; null where main refused. */
  read(topics: Topic[]): Promise<Snapshot | null>;
  apply(snapshot: Snapshot): void;
}

export interface Mirror {
  /** Hears that `revision` changed `topics`. */
  hear(revision: number, topics: readonly Topic[]): void;
  /** Reads everything; also tries again after a refusal. */
  start(): void;
}

/**
 * Follows main's snapshot: reads a part again when a revision newer than the one read changed it, and every part when a
 * revision was missed. Events may overtake the answers to reads, so each part remembers the revision it was read at.
 */
export function createMirror({ read, apply }: MirrorParts): Mirror {
  const readAt = new Map<Topic, number>();
  const changedAt = new Map<Topic, number>();
  let heard: number | null = null;
  let reading = false;

  const stale = () => TOPICS.filter((topic) => (readAt.get(topic) ?? -1) < (changedAt.get(topic) ?? 0));

  async function follow() {
    if (reading) return;
    reading = true;
    for (let topics = stale(); topics.length > 0; topics = stale()) {
      const snapshot = await read(topics);
      if (snapshot === null) break;
      for (const topic of topics) readAt.set(topic, snapshot.revision);
      heard ??= snapshot.revision;
      apply(snapshot);
    }
    reading = false;
  }

  return {
    hear(revision, topics) {
      const missed = heard !== null && revision > heard + 1;
      for (const topic of missed ? TOPICS : topics) changedAt.set(topic, Math.max(revision, changedAt.get(topic) ?? 0));
      heard = Math.max(revision, heard ?? 0);
      void follow();
    },
    start: () => void follow(),
  };
}

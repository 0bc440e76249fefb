import { describe, expect, test } from 'vitest';
import { createMirror } from '../../../renderer/stores/mirror.ts';
import type { Snapshot, Topic } from '../../../shared/domain/snapshot.ts';

const EVERYTHING: readonly Topic[] = ['accounts', 'challenges', 'activity', 'pendingLinks'];

/** A main that commits and answers reads when told to, so that events and answers can overtake each other. */
function fakeMain() {
  const reads: { topics: Topic[]; answer(revision: number | null): Promise<void> }[] = [];
  const applied: Snapshot[] = [];
  const mirror = createMirror({
    read: (topics) =>
      new Promise((resolve) => {
        reads.push({
          topics,
          async answer(revision) {
            resolve(revision === null ? null : { revision });
            await new Promise((done) => setImmediate(done));
          },
        });
      }),
    apply: (snapshot) => applied.push(snapshot),
  });
  return { mirror, reads, applied, asked: () => reads.map(({ topics }) => topics) };
}

async function started(revision: number) {
  const main = fakeMain();
  main.mirror.start();
  await main.reads[0]?.answer(revision);
  return main;
}

describe('the mirror of the snapshot', () => {
  test('reads everything at the start, once', async () => {
    const { mirror, asked, applied } = await started(5);
    mirror.start();
    expect(asked()).toEqual([EVERYTHING]);
    expect(applied).toEqual([{ revision: 5 }]);
  });

  test('reads only the parts that a revision changed', async () => {
    const { mirror, asked } = await started(5);
    mirror.hear(6, ['challenges']);
    expect(asked().slice(1)).toEqual([['challenges']]);
  });

  test('ignores a revision it has, also one told before the first answer', async () => {
    const { mirror, reads, asked } = fakeMain();
    mirror.start();
    mirror.hear(5, ['accounts']);
    await reads[0]?.answer(5);
    mirror.hear(4, ['challenges']);
    expect(asked()).toHaveLength(1);
  });

  test('reads everything again when a revision was missed', async () => {
    const { mirror, asked } = await started(5);
    mirror.hear(7, ['challenges']);
    expect(asked().slice(1)).toEqual([EVERYTHING]);
  });

  test('a part that changes while it is read is read again', async () => {
    const { mirror, reads, asked } = await started(5);
    mirror.hear(6, ['accounts']);
    mirror.hear(7, ['accounts']);
    await reads[1]?.answer(6);
    expect(asked().slice(1)).toEqual([['accounts'], ['accounts']]);
    await reads[2]?.answer(7);
    expect(asked()).toHaveLength(3);
  });

  test('an answer from a later revision does not hide what that revision changed elsewhere', async () => {
    const { mirror, reads, asked } = await started(5);
    mirror.hear(6, ['accounts']);
    await reads[1]?.answer(7);
    mirror.hear(7, ['challenges']);
    expect(asked().slice(1)).toEqual([['accounts'], ['challenges']]);
  });

  test('after a refused read it waits for the next word, then reads what is missing', async () => {
    const { mirror, reads, asked, applied } = fakeMain();
    mirror.start();
    await reads[0]?.answer(null);
    expect(applied).toEqual([]);
    mirror.start();
    await reads[1]?.answer(3);
    expect(asked()).toEqual([EVERYTHING, EVERYTHING]);
    expect(applied).toEqual([{ revision: 3 }]);
  });
});

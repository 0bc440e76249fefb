import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { reloadAfterCrash } from '../../../main/shell/reload-after-crash.ts';
import { recordingLog } from '../../support/log.ts';

/** What a window's contents are to this: events, and a count of reloads. */
class Contents extends EventEmitter {
  reloads = 0;
  reload() {
    this.reloads += 1;
  }
  crash(reason: string) {
    this.emit('render-process-gone', {}, { reason, exitCode: 1 });
  }
}

test('a page that had loaded is loaded again each time it crashes', () => {
  const contents = new Contents();
  reloadAfterCrash(contents, recordingLog());
  for (const times of [1, 2]) {
    contents.emit('did-finish-load');
    contents.crash('crashed');
    expect(contents.reloads).toBe(times);
  }
});

test('a page that crashes while it loads, or that ends in order, is left alone', () => {
  const contents = new Contents();
  reloadAfterCrash(contents, recordingLog());
  contents.crash('crashed');
  contents.emit('did-finish-load');
  contents.crash('clean-exit');
  contents.crash('oom');
  contents.crash('oom');
  expect(contents.reloads).toBe(1);
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../../build/scripts/steps.ts';
import { fillFolder } from './fill.ts';
import { median, tell } from './report.ts';

const RUNS = 15;

/** Main's own start under Node, bundled as it ships: from the first line of the process to the open store with 1,000 accounts. */
export async function benchMainStart(): Promise<void> {
  const out = join(ROOT, 'out/bench');
  await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    build: {
      ssr: 'test/bench/main-start-child.ts',
      outDir: out,
      minify: true,
      rolldownOptions: { output: { entryFileNames: 'main-start.js' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  });
  writeFileSync(join(out, 'package.json'), '{ "type": "module" }');
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
  fillFolder(folder, 1000);
  const start = () => {
    const printed = execFileSync(process.execPath, [join(out, 'main-start.js'), folder], { encoding: 'utf8' });
    const [ms = Number.NaN, megabytes = Number.NaN] = printed.trim().split(' ').map(Number);
    return { ms, megabytes };
  };
  // The first fills the cache of compiled code, the second reads it for the first time.
  start();
  start();
  const runs = Array.from({ length: RUNS }, start);
  rmSync(folder, { recursive: true, force: true });
  const note = `median of ${RUNS}, bundled, Node ${process.version}`;
  const ms = median(runs.map((run) => run.ms));
  tell({ what: "Main's own start to the open store, 1,000 accounts", value: ms, unit: 'ms', aim: 60, note });
  const megabytes = median(runs.map((run) => run.megabytes));
  tell({ what: "Main's own memory with 1,000 accounts", value: megabytes, unit: 'MB', aim: 90, note });
}

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './ready.ts';
import { ensureBrowsers, ensureDisplay, ensureMailServer, findRuntime } from './runtime.ts';
import { bin, ROOT, run, step, type Finished } from './steps.ts';

/** `npm test`: every check of the project, with a line for each, and one line of sums at the end. */
const RESULTS = join(ROOT, 'out/results');
let passed = 0;
let failed = 0;

async function check(title: string, work: () => Promise<Finished>): Promise<void> {
  if (await step(title, work)) passed += 1;
  else failed += 1;
}

const quietly = (program: string, ...args: string[]) => run(bin(program), args, { quiet: true });

/** Runs a suite that prints its own progress, and adds the counts of its JSON report. */
async function suite(
  title: string,
  work: () => Promise<Finished>,
  counts: () => { passed: number; failed: number },
): Promise<void> {
  const fine = await step(title, work);
  const sum = counts();
  passed += sum.passed;
  failed += sum.failed;
  // A suite that could not even begin has no failed test of its own.
  if (!fine && sum.failed === 0) failed += 1;
}

function report(file: string): Record<string, unknown> {
  const path = join(RESULTS, file);
  if (!existsSync(path)) return {};
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

const count = (value: unknown) => (typeof value === 'number' ? value : 0);

function vitestCounts() {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = report('vitest.json');
  return {
    passed: count(numPassedTests),
    failed: Math.max(count(numFailedTests), count(numFailedTestSuites) > 0 ? 1 : 0),
  };
}

function playwrightCounts() {
  const { stats } = report('playwright.json');
  const sums: Record<string, unknown> = typeof stats === 'object' && stats !== null ? { ...stats } : {};
  const flaky = count(sums['flaky']);
  if (flaky > 0) console.log(`${flaky} end-to-end tests passed at their second try only: look at them.`);
  return { passed: count(sums['expected']) + flaky, failed: count(sums['unexpected']) };
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

await check('Format', () => quietly('oxfmt', '--check'));
await check('Lint and import rules', () => quietly('oxlint', '-c', '.oxlint.config.ts'));
await check('Types', () => quietly('tsc', '-b'));
await check('Build', build);
if (!(await ensureMailServer())) failed += 1;
if (!(await ensureBrowsers())) failed += 1;
// Before the first suite: some integration tests show windows too.
const display = await ensureDisplay();
await suite(
  'Unit and integration tests',
  () =>
    run(bin('vitest'), [
      'run',
      '--config',
      'test/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(RESULTS, 'vitest.json')}`,
    ]),
  vitestCounts,
);

const runtime = await findRuntime();
if (runtime && display) {
  await suite(
    `End-to-end tests on ${runtime.name === 'electron' ? 'Electron' : 'Chromium, through the stand-in'}`,
    () =>
      run(bin('playwright'), ['test', '--config', 'test/e2e/playwright.config.ts'], {
        env: {
          PLAYWRIGHT_JSON_OUTPUT_NAME: join(RESULTS, 'playwright.json'),
        },
      }),
    playwrightCounts,
  );
} else {
  failed += 1;
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

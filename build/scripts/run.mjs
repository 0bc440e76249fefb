// The door to every script: installs what package-lock.json names, then hands over to the TypeScript of that name
// under the Node that Electron embeds. Plain JavaScript, because a bare clone has only the machine's own Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const bin = join(root, 'node_modules/.bin');
const stamp = join(root, 'node_modules/.switchboard-lock');
const [name = '', ...args] = process.argv.slice(2);

/** @param {number | null} status */
function leave(status) {
  process.exit(status ?? 1);
}

function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages (npm ci) ...');
  const started = Date.now();
  // A shell, because npm is a script on Windows.
  const { status } = spawnSync('npm ci --no-audit --no-fund --loglevel=error', {
    cwd: root,
    stdio: 'inherit',
    shell: true,
  });
  if (status !== 0) {
    console.error('The packages could not be installed; what npm said is above.');
    leave(status);
  }
  writeFileSync(stamp, lock);
  console.log(`Installed packages in ${Math.round((Date.now() - started) / 1000)} s`);
}

install();
const node = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
const { status } = spawnSync(node, [join(root, 'build/scripts', `${name}.ts`), ...args], {
  cwd: root,
  stdio: 'inherit',
  env,
});
leave(status);

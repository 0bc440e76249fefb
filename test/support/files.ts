import { execFileSync } from 'node:child_process';

const SEARCH = `
  const { readdirSync, readFileSync } = require('node:fs');
  const { join } = require('node:path');
  const [folder, wanted] = process.argv.slice(1);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  console.log(JSON.stringify(paths.filter((path) => readFileSync(path).includes(Buffer.from(wanted, 'hex')))));
`;

/** The files under a folder that hold these bytes. Another process reads them: see `readHeader` on locks. */
export function filesHolding(folder: string, wanted: Buffer | string): string[] {
  const found: unknown = JSON.parse(
    execFileSync(process.execPath, ['-e', SEARCH, folder, Buffer.from(wanted).toString('hex')], { encoding: 'utf8' }),
  );
  if (!Array.isArray(found)) throw new Error('No list of files');
  return found.map(String);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../../build/scripts/steps.ts';
import { tell } from './report.ts';

/** What the window loads before its first page shows: the document, its scripts and styles, and all they import at once. */
export function benchBundle(): void {
  const folder = join(ROOT, 'out/renderer');
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const files = new Set<string>();
  const queue = [...html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '');
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    const text = readFileSync(join(folder, file), 'utf8');
    // Static imports only: what is loaded later is written `import(...)`.
    for (const [, name] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) queue.push(`assets/${name}`);
  }
  const bytes = [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length,
    gzipSync(html).length,
  );
  tell({
    what: 'Renderer before the first page, gzipped',
    value: bytes / 1024,
    unit: 'KB',
    aim: 250,
    note: `${files.size} files`,
  });
}

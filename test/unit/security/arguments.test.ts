import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArguments } from '../../../main/command-line/arguments.ts';
import { Request } from '../../../main/command-line/messages.ts';
import { createLinkInbox } from '../../../main/shell/link-inbox.ts';
import { recordingLog } from '../../support/log.ts';

const LINK = 'switchboard://link?identifier=ada%40example.com';

/** What a page, a shell or Chromium might put into a command line. */
const hostile = fc.constantFrom(
  LINK,
  'switchboard://dashboard',
  'switchboard://erase',
  'switchboard:x --inspect',
  '--inspect',
  '--inspect-brk=0.0.0.0:9229',
  '--renderer-cmd-prefix=calc.exe',
  '--gpu-launcher=calc',
  '--no-sandbox',
  '--data=/tmp/evil',
  '--data',
  '--hidden',
  '--',
  '-r',
  '-psn_0_12345',
  '"',
  '\n',
  'a\nb',
  '\0',
  '',
  ' ',
  '__proto__',
  '--__proto__=x',
  '--constructor',
);
const word = fc.oneof(
  { weight: 4, arbitrary: hostile },
  { weight: 2, arbitrary: fc.constantFrom('list', 'switch', 'open', 'link', '--json', '--work', '--help', 'ada') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);

test('10,000 command lines: none throws, and a link shows a place or nothing, whatever stands around it', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (args) => {
      const start = readArguments(args);
      seen.add(start.kind);
      expect(start.kind !== 'request' || Request.safeParse(start.request).success).toBe(true);
      if (start.kind !== 'app' || start.link === null) return;
      seen.add('link');
      // It is the last argument, so that nothing which came with it counts.
      expect(args.at(-1)).toBe(start.link);
      const isLink = (given: string, at: number) => /^switchboard:/i.test(given) && args[at - 1] !== '--data';
      expect(args.filter(isLink)).toEqual([start.link]);
      expect(start.hidden).toBe(false);
    }),
    { numRuns: 10_000, seed: 20261126 },
  );
  expect([...seen].toSorted()).toEqual(['app', 'help', 'link', 'request', 'wrong']);
});

test('an argument of 2 MB, or 100,000 of them, is read at once', () => {
  const long = 'x'.repeat(2_000_000);
  const many = Array.from({ length: 100_000 }, () => '--inspect');
  const started = performance.now();
  expect(readArguments([long])).toMatchObject({ kind: 'wrong' });
  expect(readArguments(['switch', long])).toMatchObject({ kind: 'wrong' });
  expect(readArguments(['link', `--${long}`])).toMatchObject({ kind: 'wrong' });
  expect(readArguments(['list', ...many])).toMatchObject({ kind: 'wrong' });
  expect(readArguments([...many, LINK])).toMatchObject({ kind: 'app', link: LINK });
  const log = recordingLog();
  const inbox = createLinkInbox(log);
  const seen: unknown[] = [];
  inbox.deliverTo((navigation) => seen.push(navigation));
  inbox.receive(`switchboard://link?identifier=${long}`);
  expect(seen).toEqual([undefined]);
  expect(JSON.stringify(log.events)).toBe('[{"name":"link-refused","fields":{}}]');
  expect(performance.now() - started).toBeLessThan(2000);
});

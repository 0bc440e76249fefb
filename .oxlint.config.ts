import { defineConfig } from 'oxlint';

/** Bans for one room: patterns over what is written after `from`. */
interface Bans {
  /** Packages that may be imported; every other package is refused. `node` stands for Node's own modules. */
  packages?: readonly string[];
  /** Rooms and files that may not be imported, as parts of a relative path. */
  rooms?: readonly string[];
  /** Relative imports that may only be type imports. */
  typesOnly?: readonly string[];
}

const escape = (text: string) => text.replaceAll('.', '\\.');

/** One `no-restricted-imports` rule. An override replaces the rule of the one before it, so each room states all of its bans. */
function imports({ packages, rooms = [], typesOnly = [] }: Bans) {
  const patterns: object[] = rooms.map((room) => ({
    // `../x` is the neighbouring room of that name; a bare name is a room or file anywhere above or below.
    regex: room.startsWith('../') ? `^(\\.\\./)+${room.slice(3)}/` : `^\\.{1,2}/(.*/)?${escape(room)}(/|\\.ts$|$)`,
    message: `This room may not import ${room}: see the map of folders in README.md.`,
  }));
  for (const room of typesOnly) {
    patterns.push({
      regex: `^\\.{1,2}/(.*/)?${escape(room)}(/|\\.ts$)`,
      allowTypeImports: true,
      message: `Only types of ${room} may be imported here, so that no schema is bundled.`,
    });
  }
  if (packages) {
    const allowed = packages.flatMap((name) =>
      name === 'node' ? ['!node:*', '!node:*/**'] : [`!${name}`, `!${name}/**`],
    );
    patterns.push({
      group: ['*', '!./**', '!../**', ...allowed],
      message: `Only these packages may be imported here: ${packages.join(', ') || 'none'}.`,
    });
  }
  return { 'no-restricted-imports': ['error', { patterns }] as const };
}

const OUTSIDE_MAIN = ['renderer', 'preload', 'test', 'build'];
/** What the rules of main are made of; `electron`, also as type, and what imports it are not among them. */
const MAIN_PACKAGES = [
  'node',
  'zod',
  'better-sqlite3',
  'nodemailer',
  'smtp-server',
  'postal-mime',
  'libphonenumber-js',
  'electron-log/node',
  'openid-client',
  '@noble/hashes',
  'twilio',
  '@azure/communication-sms',
  'csv-parse',
  'csv-stringify',
];
const main = (rooms: readonly string[]) => imports({ packages: MAIN_PACKAGES, rooms: [...OUTSIDE_MAIN, ...rooms] });

/** The rooms with rules, highest first: each may import those after it. */
const RULES = [
  'command-line',
  'activity',
  'notifications',
  'sessions',
  'links',
  'ways',
  'accounts',
  'groups',
  'verification',
  'delivery',
  'sign-in',
  'secrets',
  'browsers',
];
/** What stands above all of them. */
const ABOVE = ['shell', '../ipc', 'core'];
/** A room beside one's own; the same name inside one's own room, or in `shared`, is no other room. */
const neighbour = (room: string) => `../${room}`;
const above = (room: string) => RULES.slice(0, RULES.indexOf(room)).map(neighbour);

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'promise', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['out', 'dist', 'node_modules'],
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-deprecated': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/consistent-type-imports': 'error',
    'typescript/ban-ts-comment': 'error',
    'react/rules-of-hooks': 'error',
    'react/react-in-jsx-scope': 'off',
    // These are of the React compiler, which is not used: a store's hook carries its API, effects run again on purpose.
    'react/hooks': 'off',
    'react/incompatible-library': 'off',
    'react/exhaustive-effect-dependencies': 'off',
    // ARIA patterns that no HTML element draws: a combobox over a list of accounts with pictures, a status line.
    'jsx-a11y/prefer-tag-over-role': 'off',
    'no-console': 'error',
    eqeqeq: 'error',
    // A loop that must go one after the other is the usual case here, not the mistake this rule looks for.
    'no-await-in-loop': 'off',
    // Parts are objects of closures: none of their functions has a `this` to lose.
    'typescript/unbound-method': 'off',
    // `fc.assert` and `z.object` read better than their members imported one by one.
    'import/no-named-as-default-member': 'off',
    'no-underscore-dangle': 'off',
    'no-shadow': 'off',
    // Attaching a handler to a Response or a Blob is no DOM event.
    'unicorn/prefer-add-event-listener': 'off',
  },
  overrides: [
    { files: ['shared/**'], rules: imports({ packages: [], rooms: ['main', ...OUTSIDE_MAIN] }) },
    {
      files: ['shared/ipc/**', 'shared/domain/**'],
      rules: imports({ packages: ['zod'], rooms: ['main', ...OUTSIDE_MAIN] }),
    },
    { files: ['main/**'], rules: main(['shell', 'ipc', 'core']) },
    {
      files: ['main/identifiers/**', 'main/preferences/**'],
      rules: main(['shell', 'ipc', 'core', ...RULES, 'store']),
    },
    { files: ['main/store/**'], rules: main([...ABOVE, ...RULES.map(neighbour), '../preferences', 'identifiers']) },
    { files: ['main/browsers/**'], rules: main([...ABOVE, ...above('browsers')]) },
    { files: ['main/secrets/**'], rules: main([...ABOVE, ...above('secrets')]) },
    { files: ['main/sign-in/**'], rules: main([...ABOVE, ...above('sign-in')]) },
    { files: ['main/delivery/**'], rules: main([...ABOVE, ...above('delivery')]) },
    { files: ['main/verification/**'], rules: main([...ABOVE, ...above('verification')]) },
    { files: ['main/accounts/**'], rules: main([...ABOVE, ...above('accounts')]) },
    { files: ['main/groups/**'], rules: main([...ABOVE, ...above('groups')]) },
    { files: ['main/ways/**'], rules: main([...ABOVE, ...above('ways')]) },
    { files: ['main/links/**'], rules: main([...ABOVE, ...above('links')]) },
    { files: ['main/sessions/**'], rules: main([...ABOVE, ...above('sessions'), 'views']) },
    { files: ['main/notifications/**'], rules: main([...ABOVE, ...above('notifications')]) },
    { files: ['main/activity/**'], rules: main([...ABOVE, ...above('activity')]) },
    { files: ['main/command-line/**'], rules: main(ABOVE) },
    { files: ['main/ipc/**'], rules: main(['shell', 'core']) },
    { files: ['main/core.ts'], rules: main(['shell']) },
    {
      files: ['main/shell/**', 'main/sessions/views/**', 'main/index.ts'],
      rules: imports({
        packages: [...MAIN_PACKAGES, 'electron/main', 'electron/common', 'electron-store'],
        rooms: OUTSIDE_MAIN,
      }),
    },
    {
      files: ['preload/**'],
      rules: imports({
        packages: ['electron/renderer'],
        rooms: ['main', 'renderer', 'test', 'build', 'domain', 'contract', 'errors'],
      }),
    },
    {
      files: ['renderer/**'],
      rules: imports({
        packages: [
          'react',
          'react-dom',
          'zustand',
          '@fluentui',
          '@tanstack/react-virtual',
          '@atlaskit/pragmatic-drag-and-drop',
          '@atlaskit/pragmatic-drag-and-drop-hitbox',
        ],
        rooms: ['main', 'preload', 'test', 'build'],
        typesOnly: ['shared/ipc', 'shared/domain'],
      }),
    },
    {
      // Scripts and the development runtime talk to a terminal.
      files: ['build/**', 'test/**'],
      rules: { 'no-console': 'off' },
    },
    {
      // Playwright's fixtures are given a function called `use`, and no React.
      files: ['test/e2e/**'],
      rules: { 'react/rules-of-hooks': 'off', 'react-hooks/rules-of-hooks': 'off' },
    },
  ],
});

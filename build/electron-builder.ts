import type { Configuration } from 'electron-builder';
import { checkPackage } from './after-pack.ts';

/** Every fuse by its name, so that a new one cannot be forgotten (security: 2.2). */
const electronFuses: Required<Omit<NonNullable<Configuration['electronFuses']>, 'resetAdHocDarwinSignature'>> = {
  runAsNode: false,
  // One-way: switched off again, the cookies of all accounts would be lost.
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

/** Installers, by `npm run package`. electron-builder checks the whole against its own schema before it does anything. */
const config: Configuration = {
  appId: 'app.switchboard.Switchboard',
  productName: 'Switchboard',
  copyright: 'Copyright © The Switchboard team',
  directories: { output: 'dist', buildResources: 'build/icons' },
  publish: null,

  // better-sqlite3 brings one Node-API binary per platform inside its package: nothing is ever rebuilt.
  npmRebuild: false,
  asar: true,
  asarUnpack: ['**/*.node'],
  files: [
    'out/{main,preload,renderer}/**',
    'package.json',
    '!**/*.map',
    '!**/.env*',
    '!**/*.{md,ts}',
    // Headers for compiling, which nobody does.
    '!node_modules/node-addon-api{,/**}',
    // Keep this order: all binaries out, then the one for this target in again.
    '!node_modules/better-sqlite3/{src,deps,build}{,/**}',
    '!node_modules/better-sqlite3/binding.gyp',
    '!node_modules/better-sqlite3/prebuilds/*',
    'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node',
  ],
  // The system opens these by itself, so they lie beside the archive.
  extraResources: [
    { from: 'build/icons/app', to: 'icons/app', filter: ['256x256.png'] },
    { from: 'build/icons/tray', to: 'icons/tray' },
  ],
  afterPack: checkPackage,
  electronFuses,

  win: { target: 'nsis', icon: 'build/icons/app.ico' },
  nsis: { oneClick: true, perMachine: false, deleteAppDataOnUninstall: false },
  mac: {
    target: ['dmg', 'zip'],
    icon: 'build/icons/app.icns',
    category: 'public.app-category.productivity',
    hardenedRuntime: true,
  },
  linux: {
    target: ['AppImage', 'deb', 'rpm'],
    icon: 'build/icons/app',
    category: 'Office',
    maintainer: 'The Switchboard team <team@switchboard.example>',
    // The desktop finds windows, badges and shortcuts by the name that package.json's desktopName gives.
    syncDesktopName: true,
  },
  // The default toolset writes --no-sandbox into the desktop entry.
  toolsets: { appimage: '1.0.3' },
};

export default config;

import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { makeEvent } from '../events.ts';
import { completeClass } from '../refuse.ts';
import { CommandLine } from './command-line.ts';
import { systemCountry, systemLocale } from './locale.ts';
import { processMetrics } from './processes.ts';
import { defaultPath } from './paths.ts';
import { electronUserAgent } from './user-agent.ts';
import { SingleInstance, type SecondStart } from './single-instance.ts';

type Implemented = Pick<
  Electron.App,
  | 'enableSandbox'
  | 'exit'
  | 'badgeCount'
  | 'getAppPath'
  | 'getBadgeCount'
  | 'getLocale'
  | 'getLocaleCountryCode'
  | 'getLoginItemSettings'
  | 'getName'
  | 'getPath'
  | 'getPreferredSystemLanguages'
  | 'getSystemLocale'
  | 'getVersion'
  | 'hasSingleInstanceLock'
  | 'isPackaged'
  | 'isReady'
  | 'name'
  | 'quit'
  | 'relaunch'
  | 'releaseSingleInstanceLock'
  | 'requestSingleInstanceLock'
  | 'setAppUserModelId'
  | 'setAsDefaultProtocolClient'
  | 'setBadgeCount'
  | 'setDesktopName'
  | 'setLoginItemSettings'
  | 'setName'
  | 'setPath'
  | 'userAgentFallback'
  | 'whenReady'
>;

/** What quitting needs to know of a window. */
export interface Closable {
  close(): void;
  /** Ends when the window is closed; `undefined` while no close is under way, so also after a veto. */
  readonly closing: Promise<void> | undefined;
}

/** `app`: life cycle, paths, single instance. One per process, as in Electron. */
export class App extends EventEmitter implements Implemented {
  readonly commandLine = new CommandLine();
  readonly isPackaged = false;
  /** Undefined off macOS, as Electron's; the stand-in has none there either. */
  readonly dock = undefined;
  /** Windows' own, undefined elsewhere. */
  readonly setJumpList = undefined;
  readonly getJumpListSettings = undefined;
  readonly setUserTasks = undefined;
  badgeCount = 0;
  private userAgent: string | undefined;
  name = 'Electron';
  /** Filled in by the start from the app's package.json. */
  version = '0.0.0';
  appPath = process.cwd();
  /** The open windows, and what else has to end before the process does. */
  readonly windows = new Set<Closable>();
  readonly beforeExit: (() => Promise<void>)[] = [];

  private readonly paths = new Map<string, string>();
  private readonly readiness = Promise.withResolvers<void>();
  private readonly instance = new SingleInstance();
  private ready = false;
  private quitting = false;
  private exiting = false;
  private relaunchArguments: string[] | undefined;

  constructor() {
    super();
    this.setMaxListeners(0);
  }

  get userAgentFallback(): string {
    return this.userAgent ?? electronUserAgent(this.name, this.version);
  }
  set userAgentFallback(userAgent: string) {
    this.userAgent = userAgent;
  }

  getName(): string {
    return this.name;
  }
  setName(name: string): void {
    this.name = name;
  }
  getVersion(): string {
    return this.version;
  }
  getAppPath(): string {
    return this.appPath;
  }
  getLocale(): string {
    return systemLocale();
  }
  getSystemLocale(): string {
    return systemLocale();
  }
  getPreferredSystemLanguages(): string[] {
    return [systemLocale()];
  }
  getLocaleCountryCode(): string {
    return systemCountry();
  }

  setPath(name: string, path: string): void {
    mkdirSync(path, { recursive: true });
    this.paths.set(name, path);
  }
  getPath(name: string): string {
    return this.paths.get(name) ?? defaultPath(name, this.name, (other) => this.getPath(other));
  }

  isReady(): boolean {
    return this.ready;
  }
  whenReady(): Promise<void> {
    return this.readiness.promise;
  }
  /** Called once, when the app's main file has been evaluated; `first` runs before any listener of the app. */
  becomeReady(first: () => void): void {
    if (this.quitting) return;
    this.ready = true;
    first();
    this.readiness.resolve();
    this.emit('ready', makeEvent(), {});
  }
  enableSandbox(): void {
    this.refuseAfterReady('app.enableSandbox()');
  }
  /** As Electron: some calls come too late once the app is ready. */
  refuseAfterReady(call: string): void {
    if (this.ready) throw new Error(`${call} can only be called before app is ready`);
  }
  /** As Electron: some things cannot be had before the app is ready. */
  refuseBeforeReady(what: string): void {
    if (!this.ready) throw new Error(`Cannot use ${what} before app is ready`);
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    const ours: SecondStart = {
      argv: process.argv,
      workingDirectory: process.cwd(),
      additionalData: additionalData ?? null,
    };
    return this.instance.request(this.getPath('userData'), ours, (theirs) => {
      void this.whenReady().then(() =>
        this.emit('second-instance', makeEvent(), theirs.argv, theirs.workingDirectory, theirs.additionalData),
      );
    });
  }
  hasSingleInstanceLock(): boolean {
    return this.instance.held;
  }
  releaseSingleInstanceLock(): void {
    this.instance.release();
  }

  quit(): void {
    if (this.quitting) return;
    this.quitting = true;
    void this.quitInOrder().then((done) => (this.quitting = done));
  }
  /** False when a listener or a window objected. */
  private async quitInOrder(): Promise<boolean> {
    await Promise.resolve(); // `quit` returns before anything happens
    if (this.isPrevented('before-quit')) return false;
    for (const window of this.windows) {
      window.close();
      if (!window.closing) return false;
      await window.closing;
    }
    if (this.isPrevented('will-quit')) return false;
    this.exit(0);
    return true;
  }
  private isPrevented(name: string): boolean {
    const event = makeEvent();
    this.emit(name, event);
    return event.defaultPrevented;
  }
  /** A window calls this when it was the last to close. */
  onAllWindowsClosed(): void {
    if (this.quitting) return;
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  exit(exitCode = 0): void {
    if (this.exiting) return;
    this.exiting = this.quitting = true;
    this.emit('quit', makeEvent(), exitCode);
    this.releaseSingleInstanceLock();
    void Promise.allSettled([this.instance.handedOver, ...this.beforeExit.map((end) => end())]).then(() => {
      if (this.relaunchArguments) startAgain(this.relaunchArguments);
      process.exit(exitCode);
    });
  }
  relaunch(options: Electron.RelaunchOptions = {}): void {
    this.relaunchArguments = options.args ?? process.argv.slice(1);
  }

  getLoginItemSettings(): Electron.LoginItemSettings {
    return {
      openAtLogin: false,
      executableWillLaunchAtLogin: false,
      launchItems: [],
      status: 'not-registered',
      wasOpenedAtLogin: false,
    };
  }
  /** Does nothing on Linux, as Electron's. */
  setLoginItemSettings(): void {}
  getAppMetrics() {
    return processMetrics();
  }
  /** True where a badge could be shown; it is nowhere in the stand-in. */
  setBadgeCount(count = 0): boolean {
    this.badgeCount = count;
    return false;
  }
  getBadgeCount(): number {
    return this.badgeCount;
  }
  setAppUserModelId(): void {}
  setDesktopName(): void {}
  /** False as Electron's on Linux where no desktop entry is installed. */
  setAsDefaultProtocolClient(): boolean {
    return false;
  }
}
completeClass(App);

function startAgain(args: string[]): void {
  spawn(process.execPath, args, {
    stdio: 'inherit',
    detached: true,
  }).unref();
}

export const app = new App();

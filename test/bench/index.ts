import { cpus } from 'node:os';
import { startDisplay } from '../support/display.ts';
import { runtimeName } from '../support/launch.ts';
import { benchBundle } from './bundle.ts';
import { benchCodes } from './codes.ts';
import { benchCommits } from './commits.ts';
import { benchLists } from './lists.ts';
import { benchMainStart } from './main-start.ts';
import { missed } from './report.ts';
import { benchSignIns } from './sign-ins.ts';
import { benchServices } from './services/services.ts';
import { benchCommandLine, benchTray } from './switching.ts';
import { benchWindow } from './window.ts';

console.log(
  `\nNode ${process.version}, ${runtimeName()}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}\n`,
);
benchBundle();
await benchMainStart();
benchCommits();
await benchLists();
benchTray();
await benchCodes();
await benchSignIns();
const display = await startDisplay();
Object.assign(process.env, display?.env);
await benchCommandLine();
await benchWindow();
await benchServices();
await display?.stop();
console.log(`\n${missed()} of the aims missed`);

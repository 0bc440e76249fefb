import { startDisplay } from '../../support/display.ts';
import { benchHours } from './hours.ts';
import { benchMemory } from './memory.ts';
import { startPageSite } from './page-site.ts';
import { benchSwitches } from './switches.ts';

/** Services in accounts' sessions beside the same page in profiles of the same browser. Needs a display. */
export async function benchServices(): Promise<void> {
  const site = await startPageSite();
  await benchSwitches(site);
  await benchMemory(site);
  await benchHours(site);
  site.stop();
}

// Also alone: `node test/bench/services/services.ts`, after `npm run build`.
if (import.meta.main) {
  const display = await startDisplay();
  Object.assign(process.env, display?.env);
  await benchServices();
  await display?.stop();
}

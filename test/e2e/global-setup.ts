import { startDisplay } from '../support/display.ts';
import { runtimeName } from '../support/launch.ts';

/** Gives the run a display and a message bus of its own, and says on which runtime it goes. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const display = await startDisplay();
  Object.assign(process.env, display?.env);
  const where = process.env['DISPLAY'] ? `display ${process.env['DISPLAY']}` : 'no display';
  console.log(`Runtime: ${runtimeName() === 'electron' ? 'Electron' : 'Chromium, through the stand-in'} (${where})`);
  return async () => display?.stop();
}

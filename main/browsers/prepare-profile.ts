import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserName } from '../../shared/domain/browser.ts';

/** Pages and questions of a first start, each off; what the person prefers is theirs. */
const USER_JS = [
  ['browser.aboutwelcome.enabled', false],
  ['browser.shell.checkDefaultBrowser', false],
  ['browser.startup.homepage_override.mstone', 'ignore'],
  ['datareporting.policy.dataSubmissionEnabled', false],
  ['startup.homepage_welcome_url', ''],
  ['termsofuse.bypassNotification', true],
]
  .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
  .join('');

/** Makes the folder of a profile ready for its first start: for its owner only, and called `label` where it can be. */
export async function prepareProfile(name: BrowserName, folder: string, label: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (name === 'firefox') {
    await writeOnce(join(folder, 'user.js'), USER_JS);
    return;
  }
  const profile = { name: label, is_using_default_name: false };
  await mkdir(join(folder, 'Default'), { recursive: true, mode: 0o700 });
  await writeOnce(join(folder, 'Default', 'Preferences'), JSON.stringify({ profile: { name: label } }));
  await writeOnce(join(folder, 'Local State'), JSON.stringify({ profile: { info_cache: { Default: profile } } }));
}

/** What is there is the browser's by now. */
async function writeOnce(path: string, text: string): Promise<void> {
  if (!existsSync(path)) await writeFile(path, text, { mode: 0o600 });
}

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp } from '../support/launch.ts';
import { startSite } from '../support/site/site.ts';
import { signIn } from './journeys.ts';
const site = await startSite();
const dataDir = mkdtempSync(join(tmpdir(), 'dbg-'));
const l = await launchApp({ dataDir, args: site.switches });
l.app.process().stdout?.on('data', (d) => console.log('OUT', String(d)));
l.app.process().stderr?.on('data', (d) => console.log('ERR', String(d)));
l.page.on('console', (m) => console.log('CONSOLE', m.text()));
await signIn(l.page, 'maria@example.com');
const r = await l.page.evaluate(async () => {
  const s = (window as any).switchboard;
  const st = await s.invoke('app.snapshot', { topics: ['accounts'] });
  const accountId = st.value.accounts.activeId;
  return s.invoke('services.open', { accountId, serviceId: 'outlook', owner: 'work' });
});
console.log(r);
for (let i = 0; i < 8; i++) {
  await new Promise((f) => setTimeout(f, 1500));
  console.log(l.app.windows().map((w) => w.url()));
  console.log(JSON.stringify(await l.page.evaluate(() => (window as any).switchboard.invoke('tabs.read', {}))));
}
import { execSync } from 'node:child_process';
execSync('import -window root /tmp/dbg/x.png');
console.log(execSync(`cat ${dataDir}/logs/switchboard.log; ls ${dataDir} ${dataDir}/Partitions || true`).toString());
await l.close();
await site.stop();

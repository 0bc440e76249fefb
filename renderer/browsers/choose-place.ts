import type { Account } from '../../shared/domain/account.ts';
import type { ServicesPlace } from '../../shared/domain/browser.ts';
import { announce } from '../components/announce.tsx';
import type { Run } from '../components/use-command.ts';
import { api } from '../ipc/client.ts';
import { placeNames } from '../../shared/words/browsers.ts';
import { words } from './words.ts';

/** Chooses where the services of an account open, and has it read out. True once it is so. */
export async function choosePlace(run: Run, account: Account, place: ServicesPlace): Promise<boolean> {
  const done = await run(api.browsers.choose({ accountId: account.id, place }));
  if (done) announce(words.chosen(account.identifier.display, placeNames[place]));
  return done !== null;
}

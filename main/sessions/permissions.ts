import type { AccountId } from '../../shared/domain/account.ts';
import type { SiteAnswer, SitePermission } from '../../shared/domain/tab.ts';
import type { Ports } from '../ports.ts';
import type { Store } from '../store/database.ts';
import { deleteSiteAnswer, findSiteAnswer, listSiteAnswers, setSiteAnswer } from '../store/site-answers.ts';
import type { PageAsk } from './port.ts';
import type { OpenTab } from './tab.ts';

/** What pages may do, per account and origin: refused until the person has allowed it (security: 2.1, 5). */
export interface Permissions {
  isAllowed(accountId: AccountId, origin: string, permission: SitePermission): boolean;
  /** Answers a page at once where that is known; else it waits in `tab.asks`. Answers whether it waits. */
  ask(tab: OpenTab, ask: PageAsk): boolean;
  /** Answers what waits, and remembers it. An ask that is over is no refusal. */
  answer(tab: OpenTab, askId: string, isAllowed: boolean): void;
  list(accountId: AccountId): SiteAnswer[];
  forget(accountId: AccountId, origin: string, permission: SitePermission): void;
}

/** More than that nobody reads; further asks are refused, and may be asked again. */
const MOST_ASKS = 4;

export function createPermissions({
  store,
  random,
  log,
}: Pick<Ports, 'random' | 'log'> & { store: Store }): Permissions {
  const answerOf = (accountId: AccountId, origin: string, permission: SitePermission) =>
    findSiteAnswer(store.read, accountId, origin, permission);

  function refuse({ answer }: PageAsk): false {
    log.event('permission-denied');
    answer(false);
    return false;
  }

  return {
    isAllowed: (accountId, origin, permission) => answerOf(accountId, origin, permission) === true,
    ask(tab, ask) {
      const { origin, answer } = ask;
      const permissions = [...new Set(ask.permissions)].toSorted();
      const known = permissions.map((permission) => answerOf(tab.accountId, origin, permission));
      if (permissions.length === 0 || known.includes(false)) return refuse(ask);
      if (known.every((isAllowed) => isAllowed === true)) {
        answer(true);
        return false;
      }
      const same = tab.asks.find((one) => one.origin === origin && one.permissions.join() === permissions.join());
      if (same) same.answers.push(answer);
      else if (tab.asks.length < MOST_ASKS)
        tab.asks.push({ id: random.uuid(), origin, permissions, answers: [answer] });
      else return refuse(ask);
      return true;
    },
    answer(tab, askId, isAllowed) {
      const ask = tab.asks.find(({ id }) => id === askId);
      if (!ask) return;
      tab.asks = tab.asks.filter((one) => one !== ask);
      const { origin } = ask;
      try {
        store.write((tx) => {
          for (const permission of ask.permissions) setSiteAnswer(tx, tab.accountId, { origin, permission, isAllowed });
        });
      } finally {
        // Where it cannot be remembered it holds this once.
        for (const answer of ask.answers) answer(isAllowed);
      }
    },
    list: (accountId) => listSiteAnswers(store.read, accountId),
    forget: (accountId, origin, permission) => store.write((tx) => deleteSiteAnswer(tx, accountId, origin, permission)),
  };
}

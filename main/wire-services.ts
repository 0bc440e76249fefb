import { openAddress, openInBrowser } from './accounts/open-address.ts';
import type { AccountParts } from './accounts/parts.ts';
import { createRemovals, type Removals } from './accounts/removals.ts';
import type { Snapshots } from './accounts/snapshot.ts';
import { createLinks, type Links } from './links/links.ts';
import { createNotifications, type Notifications } from './notifications/notifications.ts';
import type { Ports } from './ports.ts';
import type { PreferencesKeeper } from './preferences/preferences.ts';
import { createDownloads, type Downloads } from './sessions/downloads.ts';
import { createPermissions, type Permissions } from './sessions/permissions.ts';
import { createTabs, type Tabs } from './sessions/tabs.ts';

/** The parts about the services that are open in the accounts' sessions. */
export interface ServiceParts {
  permissions: Permissions;
  downloads: Downloads;
  tabs: Tabs;
  links: Links;
  notifications: Notifications;
  removals: Removals;
}

type Rules = AccountParts & Ports & { preferences: PreferencesKeeper };

/** Wires them by hand. Tabs and links need each other: a page's link may be another account's, whose tab opens then. */
export function wireServices(ports: Ports, rules: Rules, snapshots: Snapshots): ServiceParts {
  const permissions = createPermissions(rules);
  const downloads = createDownloads(ports);
  const tabs = createTabs({
    ...rules,
    permissions,
    downloads,
    accountFor: (address) => links.accountFor(address),
    openElsewhere: (accountId, address) => openAddress({ ...rules, tabs }, accountId, { serviceId: null, address }),
    openInBrowser: (accountId, address) => openInBrowser(rules, accountId, address),
    accounts: () => snapshots.readAll().accounts.accounts,
    openAs: (accountId, { href }, always) => void links.openAs({ accountId, address: href, always }),
  });
  const links = createLinks({
    ...rules,
    openAddress: (accountId, address) => openAddress({ ...rules, tabs }, accountId, { serviceId: null, address }),
  });
  const notifications = createNotifications({ ...rules, snapshots, shownTab: tabs.onScreen });
  tabs.followTitles({
    titled: notifications.noteTitle,
    slept: notifications.noteAsleep,
    gone: notifications.forgetTab,
  });
  ports.views.follow({ isAllowed: permissions.isAllowed, downloadStarted: downloads.started });
  return { permissions, downloads, tabs, links, notifications, removals: createRemovals(rules) };
}

import type { Handlers } from '../../shared/ipc/contract.ts';
import { ok } from '../../shared/errors.ts';
import { choosePlace } from '../accounts/choose-place.ts';
import { exportActivity } from '../activity/export.ts';
import { readActivity } from '../activity/list.ts';
import { confirm } from '../accounts/confirm.ts';
import { eraseEverything, type Erasable } from '../accounts/erase-everything.ts';
import { link } from '../accounts/link.ts';
import { makePrimary } from '../accounts/make-primary.ts';
import { move } from '../accounts/move.ts';
import { openService, openServiceInBrowser } from '../accounts/open-service.ts';
import { picture } from '../accounts/picture.ts';
import { proveAgain } from '../accounts/prove-again.ts';
import { rename } from '../accounts/rename.ts';
import { setKind } from '../accounts/set-kind.ts';
import { signIn } from '../accounts/sign-in.ts';
import { signInWith } from '../accounts/sign-in-with.ts';
import type { Snapshots } from '../accounts/snapshot.ts';
import { switchTo } from '../accounts/switch.ts';
import { clearActivity } from '../activity/clear.ts';
import { assignGroup } from '../groups/assign.ts';
import { changeGroup } from '../groups/change.ts';
import { createGroup } from '../groups/create.ts';
import { discardPending } from '../groups/discard-pending.ts';
import { exportAccounts } from '../groups/export-accounts.ts';
import { importAccounts } from '../groups/import-accounts.ts';
import { moveGroup } from '../groups/move.ts';
import { openAll } from '../groups/open-all.ts';
import { removeGroup } from '../groups/remove.ts';
import type { Links } from '../links/links.ts';
import type { Notifications } from '../notifications/notifications.ts';
import { changeNotifications } from '../notifications/settings.ts';
import type { Ports } from '../ports.ts';
import type { Downloads } from '../sessions/downloads.ts';
import type { Permissions } from '../sessions/permissions.ts';
import type { Tabs } from '../sessions/tabs.ts';
import { listNotificationSettings } from '../store/notification-settings.ts';
import { cancelChallenge, resendCode } from '../verification/workflow.ts';
import type { Ways } from '../ways/ways.ts';

/** What the commands reach. */
export interface HandlerParts extends Erasable, Pick<Ports, 'environment' | 'saveFile' | 'openFile'> {
  snapshots: Snapshots;
  ways: Ways;
  tabs: Tabs;
  downloads: Downloads;
  permissions: Permissions;
  links: Links;
  notifications: Notifications;
}

/** One line a command: from the contract to the rule. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { removals, mailbox, preferences, environment, ways, vault, signIns, browsers, links } = parts;
  const { tabs, downloads, permissions } = parts;
  return {
    app: {
      snapshot: ({ topics }) => ok(parts.snapshots.read(topics)),
      environment: () => ok(environment()),
    },
    accounts: {
      signIn: (input) => signIn(parts, input),
      link: (input) => link(parts, input),
      proveAgain: (input) => proveAgain(parts, input),
      signInWith: (input) => signInWith(parts, input),
      reopenBrowser: () => signIns.reopen(),
      cancelSignIn: () => (signIns.cancel(), ok({})),
      picture: (input) => picture(parts, input),
      switchTo: (input) => switchTo(parts, input),
      rename: (input) => rename(parts, input),
      setKind: (input) => setKind(parts, input),
      makePrimary: (input) => makePrimary(parts, input),
      move: (input) => move(parts, input),
      remove: (input) => removals.remove(input),
      undoRemove: (input) => removals.undo(input),
      eraseEverything: () => eraseEverything(parts),
    },
    challenge: {
      submit: (input) => confirm(parts, input),
      resend: ({ challengeId }) => resendCode(parts, challengeId),
      cancel: ({ challengeId }) => cancelChallenge(parts, challengeId),
    },
    ways: {
      list: async () => ok(await ways.list()),
      fitting: (input) => ways.fitting(input),
      save: (input) => ways.save(input),
      forget: (input) => ways.forget(input),
      sendTest: (input) => ways.sendTest(input),
      trySignIn: (input) => ways.trySignIn(input),
      allowSending: (input) => ways.allowSending(input),
    },
    secrets: {
      read: async () => {
        await vault.ready();
        return ok(vault.state());
      },
      unlock: (input) => vault.unlock(input),
      setPassphrase: (input) => vault.setPassphrase(input),
      forgetPassphrase: () => vault.forgetPassphrase(),
    },
    mailbox: { list: () => ok([...mailbox.list()]) },
    services: {
      open: (input) => openService(parts, input),
      openInBrowser: (input) => openServiceInBrowser(parts, input),
    },
    tabs: {
      ...tabs.commands,
      read: () => ok(tabs.read()),
      show: (input) => tabs.show(input),
      close: (input) => tabs.close(input),
      place: ({ room }) => (tabs.place(room), ok({})),
      memory: () => ok([...parts.views.memory()].map(([accountId, bytes]) => ({ accountId, bytes }))),
    },
    downloads: {
      list: () => ok(downloads.list()),
      act: ({ id, action }) => (downloads.act(id, action), ok({})),
    },
    permissions: {
      list: ({ accountId }) => ok(permissions.list(accountId)),
      forget: ({ accountId, origin, permission }) => (permissions.forget(accountId, origin, permission), ok({})),
    },
    browsers: {
      read: () => ok(browsers.state()),
      choose: (input) => choosePlace(parts, input),
    },
    links: {
      list: () => ok(links.list()),
      add: (input) => links.add(input),
      change: (input) => links.change(input),
      move: (input) => links.move(input),
      remove: (input) => links.remove(input),
      decide: (input) => links.decide(input),
      exportRules: () => links.exportRules(),
      openAs: (input) => links.openAs(input),
    },
    preferences: {
      read: () => ok(preferences.read()),
      change: (patch) => preferences.change(patch),
    },
    notifications: {
      read: () => ok(parts.notifications.unread()),
      settings: () => ok(listNotificationSettings(parts.store.read)),
      change: (input) => changeNotifications(parts, input),
    },
    activity: {
      list: (input) => readActivity(parts, input),
      export: (input) => exportActivity(parts, input),
      clear: () => clearActivity(parts),
    },
    groups: {
      create: (input) => createGroup(parts, input),
      change: (input) => changeGroup(parts, input),
      move: (input) => moveGroup(parts, input),
      remove: (input) => removeGroup(parts, input),
      assign: (input) => assignGroup(parts, input),
      openAll: (input) =>
        openAll(parts, input, { open: (opening) => openService(parts, opening), wakeLast: tabs.wakeLast }),
      exportAccounts: () => exportAccounts(parts),
      importAccounts: () => importAccounts(parts),
      discardPending: (input) => discardPending(parts, input),
    },
  };
}

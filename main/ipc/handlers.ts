import type { Handlers } from '../../shared/ipc/contract.ts';
import { ok } from '../../shared/errors.ts';
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
import type { Ports } from '../ports.ts';
import type { Downloads } from '../sessions/downloads.ts';
import type { Permissions } from '../sessions/permissions.ts';
import type { Tabs } from '../sessions/tabs.ts';
import { cancelChallenge, resendCode } from '../verification/workflow.ts';
import type { Ways } from '../ways/ways.ts';

/** What the commands reach. */
export interface HandlerParts extends Erasable, Pick<Ports, 'environment'> {
  snapshots: Snapshots;
  ways: Ways;
  tabs: Tabs;
  downloads: Downloads;
  permissions: Permissions;
}

/** One line a command: from the contract to the rule. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { removals, mailbox, preferences, environment, ways, vault, signIns, tabs, downloads, permissions } = parts;
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
    preferences: {
      read: () => ok(preferences.read()),
      change: (patch) => preferences.change(patch),
    },
  };
}

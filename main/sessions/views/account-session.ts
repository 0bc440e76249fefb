import type { Session, WebContents, WebFrameMain } from 'electron/main';
import type { AccountId } from '../../../shared/domain/account.ts';
import type { SitePermission } from '../../../shared/domain/tab.ts';
import type { Log } from '../../log.ts';
import { originOf } from '../navigation.ts';
import type { SessionRules } from '../port.ts';
import { plainUserAgent } from '../user-agent.ts';
import { followDownload } from './download-items.ts';
import { permissionsFor, type MediaKind } from './permission-names.ts';
import type { Registry } from './registry.ts';

interface Parts {
  registry: Registry;
  rules: SessionRules;
  log: Log;
  /** Where downloads are proposed to go. */
  downloadsFolder: string;
  showInFolder: (path: string) => void;
  fromFrame: (frame: WebFrameMain) => WebContents | undefined;
}

/** Sets an account's session up, before its first page: it was made closed, and opens only here. */
export function openAccountSession(session: Session, accountId: AccountId, parts: Parts): void {
  const { registry, rules } = parts;
  registry.addSession(session, accountId);
  session.setUserAgent(plainUserAgent(session.getUserAgent()));
  holdPermissions(session, accountId, parts);
  session.on('will-download', (event, item, contents) => {
    const owner = registry.ownerOf(contents);
    if (!owner?.listener.mayDownload()) return event.preventDefault();
    followDownload(item, parts, {
      started: (name, adapter) => rules.downloadStarted(accountId, name, adapter),
      running: (change) => owner.listener.downloading(change),
    });
  });
  // A passkey is of a person's system, and its choice needs a browser's own windows: refused, and told.
  const refusePasskey = (frame: WebFrameMain | null) => {
    registry.ownerOf(frame && parts.fromFrame(frame))?.listener.passkeyRefused();
  };
  session.on('select-webauthn-account', (_event, { frame }, callback) => {
    callback();
    refusePasskey(frame);
  });
  session.on('select-webauthn-authenticator', (event, callback) => {
    callback();
    refusePasskey(event.frame);
  });
}

/** Who asks decides, not who is asked: a frame of another origin asks for itself (security: 2.1, 5). */
function holdPermissions(session: Session, accountId: AccountId, { registry, rules, log }: Parts): void {
  session.setPermissionRequestHandler((contents, name, callback, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const asked = permissionsFor(name, media);
    const origin = originOf(details.requestingUrl);
    const owner = registry.ownerOf(contents);
    if (asked === 'granted') return callback(true);
    if (asked !== 'refused' && origin !== null && owner !== null) {
      return owner.listener.asked({ origin, permissions: asked, answer: callback });
    }
    log.event('permission-denied', { permission: name });
    callback(false);
  });
  session.setPermissionCheckHandler((_contents, name, requestingOrigin, { mediaType }) => {
    const media: MediaKind[] = mediaType === undefined ? [] : [mediaType];
    const asked = permissionsFor(name, media);
    const origin = originOf(requestingOrigin);
    if (asked === 'granted' || asked === 'refused') return asked === 'granted';
    const isAllowed = (permission: SitePermission) => origin !== null && rules.isAllowed(accountId, origin, permission);
    return asked.every(isAllowed);
  });
}

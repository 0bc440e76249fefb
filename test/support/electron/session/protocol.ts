import { app } from '../app/app.ts';
import { completeClass } from '../refuse.ts';
import { schemes } from './schemes.ts';

/** Answers a request for a custom scheme. */
export type ProtocolHandler = (request: GlobalRequest) => GlobalResponse | Promise<GlobalResponse>;

type Implemented = Pick<Electron.Protocol, 'handle' | 'unhandle' | 'isProtocolHandled' | 'registerSchemesAsPrivileged'>;

/** `session.protocol`: the schemes that main itself answers in this session. */
export class Protocol implements Implemented {
  private readonly handlers = new Map<string, ProtocolHandler>();

  registerSchemesAsPrivileged(customSchemes: Electron.CustomScheme[]): void {
    app.refuseAfterReady('protocol.registerSchemesAsPrivileged');
    for (const { scheme } of customSchemes) schemes.add(scheme);
  }

  handle(scheme: string, handler: ProtocolHandler): void {
    if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    if (!schemes.has(scheme)) throw new Error(`The stand-in serves only privileged schemes, and ${scheme} is not one`);
    this.handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    this.handlers.delete(scheme);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.handlers.has(scheme);
  }

  /** The handler for an address the app knows; `undefined` when Chromium has to answer. */
  handlerFor(url: string): ProtocolHandler | undefined {
    return this.handlers.get(url.slice(0, url.indexOf(':')));
  }
}
completeClass(Protocol);

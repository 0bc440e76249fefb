import { OpenRefused } from './problems.ts';

/** The Node-API that better-sqlite3 13 is built against; Node has it from 22.14 on. */
const NODE_API = 10;

/**
 * Refuses a runtime that cannot run the store (security: S0). Asked before the first database opens: better-sqlite3
 * would otherwise end the process without a word.
 */
export function requireRuntime(versions: NodeJS.Dict<string> = process.versions): void {
  const found = Number(versions.napi ?? 0);
  if (found >= NODE_API) return;
  throw new OpenRefused({ kind: 'old-runtime', path: process.execPath, found, known: NODE_API });
}

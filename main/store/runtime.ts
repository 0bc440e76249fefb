/** What better-sqlite3 13 is built against; Node has it from 22.14 on. */
const NODE_API = 10;

/**
 * Says in one sentence why this runtime cannot run Switchboard, or null where it can (security: S0).
 * Asked before the first database opens: better-sqlite3 would otherwise end the process without a word.
 */
export function runtimeProblem(versions: NodeJS.Dict<string> = process.versions): string | null {
  if (Number(versions.napi) >= NODE_API) return null;
  return `Switchboard needs Node 22.14 or newer (Node-API ${NODE_API}); this is Node ${versions.node}.`;
}

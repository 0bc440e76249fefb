/** The oldest Node that better-sqlite3 13 (Node-API 10) runs on; under an older one it crashes the process. */
const OLDEST_NODE = [22, 14] as const;

/**
 * Says in a sentence what is wrong with the Node that runs main, or null where nothing is (security: S0).
 * It is asked before the store opens, because a crash there leaves no message.
 */
export function runtimeProblem(nodeVersion: string): string | null {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return `Switchboard needs Node ${OLDEST_NODE.join('.')} or newer and was started under Node ${nodeVersion}.`;
}

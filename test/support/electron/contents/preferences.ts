/** What the stand-in's pages are, whatever was asked: each preference with the one value that it can honour. */
const FIXED = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
} as const satisfies Electron.WebPreferences;

/** The effective preferences; throws for one that would loosen what every page of the stand-in has. */
export function effectivePreferences(asked: Electron.WebPreferences): Electron.WebPreferences {
  for (const [name, fixed] of Object.entries(FIXED)) {
    const value: unknown = Reflect.get(asked, name);
    if (value !== undefined && value !== fixed)
      throw new Error(`webPreferences.${name}: ${JSON.stringify(value)} is not in the stand-in for Electron`);
  }
  return { ...asked, ...FIXED };
}

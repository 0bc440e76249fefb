import type { ElectronApplication } from 'playwright-core';

/** Lets the person pick this file in the next dialog for files: one to save to, or one to open. Only on the stand-in. */
export async function pickFile(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, picked) => {
    const files: string[] = Reflect.get(dialog, 'paths');
    files.push(picked);
  }, path);
}

import { WebContents } from './web-contents.ts';

/** `webContents` as the app imports it. */
export const webContentsModule = {
  getAllWebContents: () => [...WebContents.all],
  fromId: (id: number) => [...WebContents.all].find((contents) => contents.id === id),
  fromDevToolsTargetId: (targetId: string) => [...WebContents.all].find((contents) => contents.targetId === targetId),
};

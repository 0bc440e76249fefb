import { startDownloads } from './stores/downloads.ts';
import { startEnvironment } from './stores/environment.ts';
import { startMirror } from './stores/snapshot.ts';
import { startTabs } from './stores/tabs.ts';
import { startUnread } from './stores/unread.ts';

// Imported first and for what it does: main prepares its answers while the window still reads the rest of its code.
startMirror();
startEnvironment();
startUnread();
startTabs();
startDownloads();

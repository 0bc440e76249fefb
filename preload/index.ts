import { contextBridge, ipcRenderer } from 'electron/renderer';
import { BRIDGE_KEY, EVENT_CHANNEL, INVOKE_CHANNEL, type Bridge } from '../shared/ipc/bridge.ts';

/** Two functions and no Electron object; a listener gets the message, never the event it came in. */
const bridge: Bridge = {
  invoke: (command, input) => ipcRenderer.invoke(INVOKE_CHANNEL, command, input),
  subscribe(listener) {
    const forward = (_event: unknown, message: unknown) => listener(message);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => ipcRenderer.off(EVENT_CHANNEL, forward);
  },
};

contextBridge.exposeInMainWorld(BRIDGE_KEY, bridge);

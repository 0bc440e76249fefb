const { contextBridge, ipcRenderer } = require('electron/renderer');
globalThis.secretOfPreload = 1;
const attempt = (id) => {
  try {
    return typeof require(id);
  } catch (error) {
    return error.message;
  }
};
contextBridge.exposeInMainWorld('sample', {
  invoke: (channel, value) => ipcRenderer.invoke(channel, value),
  say: (value) => ipcRenderer.send('say', value),
  onSaid: (listener) => {
    const heard = (_event, value) => listener(value);
    ipcRenderer.on('said', heard);
    return () => ipcRenderer.off('said', heard);
  },
  add: (a, b) => a + b,
  fail: () => {
    throw new RangeError('synchronously');
  },
  nested: { list: [1, { twice: (x) => x * 2 }] },
  required: ['fs', 'node:timers', 'url', 'zod'].map(attempt),
});

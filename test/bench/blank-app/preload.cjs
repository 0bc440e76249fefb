const { contextBridge, ipcRenderer } = require('electron/renderer');

contextBridge.exposeInMainWorld('bare', { invoke: (input) => ipcRenderer.invoke('bare', input) });

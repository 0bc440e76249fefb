import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = resolve(import.meta.dirname, '..');
const at = (path: string) => resolve(root, path);
/** Beside each bundle, the notices that the licences of its packages ask for. */
const license = { fileName: 'licenses.txt' };

/** Three bundles: main as an ES module, the preload as one CommonJS file (sandboxed preloads take nothing else), the renderer for app://. */
export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      sourcemap: true,
      minify: true,
      license,
      rolldownOptions: { input: { index: at('main/index.ts') } },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      minify: true,
      license,
      rolldownOptions: {
        input: { index: at('renderer/index.html'), 'startup-problem': at('renderer/startup-problem.html') },
      },
    },
  },
});

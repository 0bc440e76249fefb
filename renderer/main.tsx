import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startEnvironment } from './stores/environment.ts';
import { startMirror } from './stores/snapshot.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet
import './window.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

startMirror();
startEnvironment();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// oxlint-disable-next-line import/no-unassigned-import -- asks main for everything, before what draws it is read
import './begin.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet
import './window.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

import { keep } from './stores.ts';

const { account = '', next = '/' } = document.documentElement.dataset;
await keep(account);
location.replace(next);

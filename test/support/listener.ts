import type { PageAsk, ViewListener } from '../../main/sessions/port.ts';

/** A listener that writes down what it hears. */
export interface HeldListener extends ViewListener {
  readonly calls: unknown[][];
  readonly asks: PageAsk[];
  /** What it answers to a page's wish for a window. */
  opensWindows: boolean;
}

export function heldListener(): HeldListener {
  const calls: unknown[][] = [];
  const asks: PageAsk[] = [];
  const hear =
    (name: keyof ViewListener) =>
    (...what: unknown[]) =>
      void calls.push([name, ...what]);
  const listener: HeldListener = {
    calls,
    asks,
    opensWindows: false,
    loading: hear('loading'),
    going: hear('going'),
    went: hear('went'),
    titled: hear('titled'),
    failed: hear('failed'),
    crashed: hear('crashed'),
    hung: hear('hung'),
    audible: hear('audible'),
    found: hear('found'),
    keyed: hear('keyed'),
    pasted: hear('pasted'),
    popupGoing: hear('popupGoing'),
    signInRefused: hear('signInRefused'),
    passkeyRefused: hear('passkeyRefused'),
    asked: (ask) => void asks.push(ask),
    mayOpenWindow: () => listener.opensWindows,
    linkChosen: hear('linkChosen'),
    mayDownload: () => true,
    downloading: hear('downloading'),
    closed: hear('closed'),
  };
  return listener;
}

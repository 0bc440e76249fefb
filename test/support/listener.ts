import type { PageAsk, ViewListener, WindowWish } from '../../main/sessions/port.ts';

/** A listener that writes down what it hears. */
export interface HeldListener extends ViewListener {
  readonly calls: unknown[][];
  readonly asks: PageAsk[];
  /** The windows that pages wished for. */
  readonly wishes: WindowWish[];
  /** What it answers to a page's wish for a window. */
  opensWindows: boolean;
}

export function heldListener(): HeldListener {
  const calls: unknown[][] = [];
  const asks: PageAsk[] = [];
  const wishes: WindowWish[] = [];
  const hear =
    (name: keyof ViewListener) =>
    (...what: unknown[]) =>
      void calls.push([name, ...what]);
  const listener: HeldListener = {
    calls,
    asks,
    wishes,
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
    mayOpenWindow: (wish) => (wishes.push(wish), listener.opensWindows),
    linkChosen: hear('linkChosen'),
    accounts: () => [],
    openAs: hear('openAs'),
    mayDownload: () => true,
    downloading: hear('downloading'),
    closed: hear('closed'),
  };
  return listener;
}

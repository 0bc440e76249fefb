/** What was found: which of how many, counted from 1. */
export interface Found {
  active: number;
  matches: number;
}

/**
 * Finds text in what the document shows and selects the next place of it; runs in the preload's world, where it keeps
 * how far it is. Self-contained: it is sent to the page as source text.
 */
export function findText(text: string, forward: boolean, matchCase: boolean, fresh: boolean): Found {
  const fold = (from: string): string => (matchCase ? from : from.toLowerCase());
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const wanted = fold(text);
  const ranges: Range[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const content = fold(node.textContent ?? '');
    if (!content.includes(wanted) || !node.parentElement?.checkVisibility()) continue;
    for (let at = content.indexOf(wanted); at >= 0; at = content.indexOf(wanted, at + wanted.length)) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      ranges.push(range);
    }
  }
  const matches = ranges.length;
  const before = Number(Reflect.get(globalThis, '__standinFound') ?? 0);
  const next = fresh ? (forward ? 1 : matches) : before + (forward ? 1 : -1);
  const active = matches === 0 ? 0 : ((((next - 1) % matches) + matches) % matches) + 1;
  Reflect.set(globalThis, '__standinFound', active);
  const range = ranges[active - 1];
  const selection = getSelection();
  selection?.removeAllRanges();
  if (range) {
    selection?.addRange(range);
    range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
  }
  return { active, matches };
}

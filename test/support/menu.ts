import type { MenuItemConstructorOptions } from 'electron/main';
import type { MenuActions } from '../../main/shell/account-items.ts';

/** Actions that write down what they were asked. */
export function recordingActions(): MenuActions & { readonly calls: string[] } {
  const calls: string[] = [];
  return {
    calls,
    switchTo: (id) => void calls.push(`switch ${id}`),
    show: (page) => void calls.push(`show ${page ?? 'window'}`),
    tab: (action) => void calls.push(`tab ${action}`),
    quit: () => void calls.push('quit'),
  };
}

/** A template as lines of text, so that a whole menu can be compared and read. */
export function outline(template: readonly MenuItemConstructorOptions[], indent = ''): string[] {
  return template.flatMap((item) => {
    if (item.type === 'separator') return [`${indent}---`];
    const mark = item.type === 'radio' ? (item.checked ? '(*) ' : '( ) ') : '';
    const parts = [
      `${mark}${item.label ?? `<${item.role}>`}`,
      `#${item.id}`,
      ...(item.accelerator ? [item.accelerator] : []),
      ...(item.enabled === false ? ['disabled'] : []),
    ];
    const below = Array.isArray(item.submenu) ? outline(item.submenu, `${indent}  `) : [];
    return [indent + parts.join('  '), ...below];
  });
}

/** Every item of a template, those of its submenus too. */
export function everyItem(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? everyItem(item.submenu) : [])]);
}

/** Clicks the item with an id, as the system would. */
export function click(template: readonly MenuItemConstructorOptions[], id: string): void {
  const item = everyItem(template).find((candidate) => candidate.id === id);
  if (!item?.click) throw new Error(`No item #${id} can be clicked`);
  Reflect.apply(item.click, undefined, []);
}

import { Variant } from '@jellybrick/dbus-next';
import type { Menu } from '../menu/menu.ts';
import type { MenuItem } from '../menu/menu-item.ts';
import { BusInterface, methods, properties } from './bus-interface.ts';

type Layout = [id: number, properties: Record<string, Variant>, children: Variant[]];

/** com.canonical.dbusmenu: a menu as the desktop's panel reads and clicks it. Items go by their place in the menu. */
export class DbusMenu extends BusInterface {
  readonly Version = 3;
  readonly TextDirection = 'ltr';
  readonly Status = 'normal';
  readonly IconThemePath: string[] = [];
  private readonly currentMenu: () => Menu | null;
  /** The items by id; the first is the menu itself. */
  private items: (MenuItem | null)[] = [null];
  private revision = 1;

  constructor(currentMenu: () => Menu | null) {
    super('com.canonical.dbusmenu');
    this.currentMenu = currentMenu;
  }

  /** The panel has to read the menu anew. */
  changed(): void {
    this.revision++;
    this.LayoutUpdated();
  }

  GetLayout(parent: number, depth: number): [number, Layout] {
    this.items = [null];
    const number = (menu: Menu | null | undefined): void => {
      for (const item of menu?.items ?? []) {
        this.items.push(item);
        number(item.submenu);
      }
    };
    number(this.currentMenu());
    return [this.revision, this.layout(this.items[parent] ?? null, depth)];
  }

  private layout(item: MenuItem | null, depth: number): Layout {
    const children = depth === 0 ? [] : ((item ? item.submenu : this.currentMenu())?.items ?? []);
    return [
      this.items.indexOf(item),
      propertiesOf(item),
      children.map((child) => new Variant('(ia{sv}av)', this.layout(child, depth - 1))),
    ];
  }

  GetGroupProperties(ids: number[]): [number, Record<string, Variant>][] {
    const asked = ids.length > 0 ? ids : this.items.keys();
    return [...asked].filter((id) => id < this.items.length).map((id) => [id, propertiesOf(this.items[id] ?? null)]);
  }
  GetProperty(id: number, name: string): Variant {
    return propertiesOf(this.items[id] ?? null)[name] ?? new Variant('s', '');
  }

  Event(id: number, event: string): void {
    const item = this.items[id];
    if (event !== 'clicked' || !item) return;
    setImmediate(() => {
      item.click();
      this.changed();
    });
  }
  EventGroup(events: [number, string][]): number[] {
    for (const [id, event] of events) this.Event(id, event);
    return [];
  }
  AboutToShow(): boolean {
    return false;
  }
  AboutToShowGroup(): [number[], number[]] {
    return [[], []];
  }
  LayoutUpdated(): [number, number] {
    return [this.revision, 0];
  }
}

DbusMenu.configureMembers({
  properties: properties({ Version: 'u', TextDirection: 's', Status: 's', IconThemePath: 'as' }),
  methods: methods({
    GetLayout: ['iias', 'u(ia{sv}av)'],
    GetGroupProperties: ['aias', 'a(ia{sv})'],
    GetProperty: ['is', 'v'],
    Event: ['isvu', ''],
    EventGroup: ['a(isvu)', 'ai'],
    AboutToShow: ['i', 'b'],
    AboutToShowGroup: ['ai', 'aiai'],
  }),
  signals: { LayoutUpdated: { signature: 'ui' } },
});

function propertiesOf(item: MenuItem | null): Record<string, Variant> {
  if (!item) return { 'children-display': new Variant('s', 'submenu') };
  if (item.type === 'separator') return { type: new Variant('s', 'separator') };
  const toggle = item.type === 'radio' ? 'radio' : 'checkmark';
  return {
    // Electron marks a mnemonic by &, the panel by _.
    label: new Variant('s', item.label.replaceAll('_', '__').replaceAll('&', '_')),
    enabled: new Variant('b', item.enabled),
    visible: new Variant('b', item.visible),
    ...(item.type === 'checkbox' || item.type === 'radio'
      ? { 'toggle-type': new Variant('s', toggle), 'toggle-state': new Variant('i', item.checked ? 1 : 0) }
      : {}),
    ...(item.submenu ? { 'children-display': new Variant('s', 'submenu') } : {}),
  };
}

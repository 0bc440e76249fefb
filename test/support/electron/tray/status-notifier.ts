import { Message, sessionBus, type MessageBus } from '@jellybrick/dbus-next';
import { makeEvent } from '../events.ts';
import { DbusMenu } from './dbus-menu.ts';
import { BusInterface, methods, properties } from './bus-interface.ts';
import { pixmapOf, type Pixmap } from './pixmap.ts';
import type { Tray } from './tray.ts';

const WATCHER = 'org.kde.StatusNotifierWatcher';

/** org.kde.StatusNotifierItem: the icon as the desktop's panel reads and clicks it. */
class StatusNotifierItem extends BusInterface {
  readonly Category = 'ApplicationStatus';
  readonly Status = 'Active';
  readonly WindowId = 0;
  readonly IconName = '';
  readonly OverlayIconName = '';
  readonly AttentionIconName = '';
  readonly ItemIsMenu = false;
  readonly Menu = '/MenuBar';
  readonly Id: string;
  private readonly tray: Tray;

  constructor(tray: Tray, appName: string) {
    super('org.kde.StatusNotifierItem');
    this.tray = tray;
    this.Id = appName;
  }

  get Title(): string {
    return this.tray.toolTip || this.Id;
  }
  get IconPixmap(): Pixmap[] {
    return pixmapOf(this.tray.image.toPNG());
  }
  get ToolTip(): [string, Pixmap[], string, string] {
    return ['', [], this.Title, ''];
  }
  Activate(): void {
    this.tray.click();
  }
  SecondaryActivate(): void {
    this.tray.emit('middle-click', makeEvent());
  }
  ContextMenu(): void {
    this.tray.emit('right-click', makeEvent());
  }
  Scroll(): void {}
  NewIcon(): void {}
  NewToolTip(): void {}
  NewTitle(): void {}
}

StatusNotifierItem.configureMembers({
  properties: properties({
    Category: 's',
    Id: 's',
    Title: 's',
    Status: 's',
    WindowId: 'i',
    IconName: 's',
    IconPixmap: 'a(iiay)',
    OverlayIconName: 's',
    AttentionIconName: 's',
    ToolTip: '(sa(iiay)ss)',
    ItemIsMenu: 'b',
    Menu: 'o',
  }),
  methods: methods({
    Activate: ['ii', ''],
    SecondaryActivate: ['ii', ''],
    ContextMenu: ['ii', ''],
    Scroll: ['is', ''],
  }),
  signals: { NewIcon: { signature: '' }, NewToolTip: { signature: '' }, NewTitle: { signature: '' } },
});

let count = 0;

/** Puts the icon on the session bus, and registers it with the desktop's host, now or as soon as one appears. */
export async function showItem(tray: Tray, appName: string): Promise<{ stop(): void }> {
  const bus = sessionBus();
  // A bus that goes takes the icon with it, not the app. The library's types forget that it emits errors.
  const emitter: NodeJS.EventEmitter = bus;
  emitter.on('error', () => {});
  const service = `org.kde.StatusNotifierItem-${process.pid}-${++count}`;
  const item = new StatusNotifierItem(tray, appName);
  const menu = new DbusMenu(() => tray.contextMenu);
  bus.export('/StatusNotifierItem', item);
  bus.export('/MenuBar', menu);
  await bus.requestName(service, 0);
  tray.on('-changed', (what: 'image' | 'tool-tip' | 'menu') => {
    if (what === 'menu') menu.changed();
    else if (what === 'image') item.NewIcon();
    else {
      item.NewToolTip();
      item.NewTitle();
    }
  });
  bus.on('message', ({ member, body }) => {
    if (member === 'NameOwnerChanged' && body[0] === WATCHER && body[2] !== '') register(bus, service).catch(() => {});
  });
  await bus.call(
    new Message({
      destination: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus',
      member: 'AddMatch',
      signature: 's',
      body: [`type='signal',member='NameOwnerChanged',arg0='${WATCHER}'`],
    }),
  );
  await register(bus, service).catch(() => {}); // no host yet
  return { stop: () => bus.disconnect() };
}

async function register(bus: MessageBus, service: string): Promise<void> {
  await bus.call(
    new Message({
      destination: WATCHER,
      path: '/StatusNotifierWatcher',
      interface: WATCHER,
      member: 'RegisterStatusNotifierItem',
      signature: 's',
      body: [service],
    }),
  );
}

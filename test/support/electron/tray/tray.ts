import { EventEmitter } from 'node:events';
import { app } from '../app/app.ts';
import { debug, makeEvent, messageOf } from '../events.ts';
import type { Menu } from '../menu/menu.ts';
import { completeClass } from '../refuse.ts';
import { nativeImage, type Image } from '../system/native-image.ts';

type Implemented = Pick<Electron.Tray, 'destroy' | 'getBounds' | 'isDestroyed' | 'popUpContextMenu' | 'setToolTip'>;

/** `Tray`: on Linux a real icon where the desktop has a host for StatusNotifierItems, and always an object for tests. */
export class Tray extends EventEmitter implements Implemented {
  /** The icons there are now. For tests; Electron has no such list. */
  static readonly instances = new Set<Tray>();
  image: Image;
  toolTip = '';
  contextMenu: Menu | null = null;
  private destroyed = false;
  private readonly item: Promise<{ stop(): void }> | undefined;

  constructor(image: Image | string) {
    super();
    app.refuseBeforeReady('Tray');
    this.image = typeof image === 'string' ? nativeImage.createFromPath(image) : image;
    Tray.instances.add(this);
    if (process.platform !== 'linux' || !process.env['DBUS_SESSION_BUS_ADDRESS']) return;
    // Loaded only here: D-Bus takes 40 ms that no start without it has to pay.
    this.item = import('./status-notifier.ts').then(({ showItem }) => showItem(this, app.name));
    this.item.catch((thrown: unknown) => debug('tray', messageOf(thrown)));
  }

  setImage(image: Image | string): void {
    this.image = typeof image === 'string' ? nativeImage.createFromPath(image) : image;
    this.emit('-changed', 'image');
  }
  setToolTip(toolTip: string): void {
    this.toolTip = toolTip;
    this.emit('-changed', 'tool-tip');
  }
  setContextMenu(menu: Menu | null): void {
    this.contextMenu = menu;
    this.emit('-changed', 'menu');
  }
  setIgnoreDoubleClickEvents(): void {}
  popUpContextMenu(): void {
    this.contextMenu?.popup();
  }
  getBounds(): Electron.Rectangle {
    return { x: 0, y: 0, width: 24, height: 24 };
  }

  /** As if the person had clicked the icon. For tests and the real icon. */
  click(): void {
    this.emit('click', makeEvent(), this.getBounds(), { x: 0, y: 0 });
  }
  destroy(): void {
    this.destroyed = true;
    Tray.instances.delete(this);
    this.item?.then(
      (item) => item.stop(),
      () => {},
    );
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
}
completeClass(Tray);

import { app } from '../app/app.ts';
import { completeClass } from '../refuse.ts';
import { registry, type RoleTarget } from '../registry.ts';
import type { Menu } from './menu.ts';

type Options = Electron.MenuItemConstructorOptions;
/** What a menu item's `click` is called with. */
type ClickEvent = { triggeredByAccelerator?: boolean };
type Role = { label: string; accelerator?: string; run: (window: RoleTarget | null) => void };

const edit = (label: string, command: Parameters<RoleTarget['edit']>[0], accelerator?: string): Role => ({
  label,
  ...(accelerator === undefined ? {} : { accelerator }),
  run: (window) => window?.edit(command),
});

/** The roles that do something in the stand-in; Chromium itself handles the keys of the editing ones. */
const ROLES: Record<string, Role> = {
  quit: { label: 'Quit', accelerator: 'CommandOrControl+Q', run: () => app.quit() },
  close: { label: 'Close Window', accelerator: 'CommandOrControl+W', run: (window) => window?.close() },
  minimize: { label: 'Minimize', accelerator: 'CommandOrControl+M', run: (window) => window?.minimize() },
  hide: { label: 'Hide', run: (window) => window?.hide() },
  reload: { label: 'Reload', accelerator: 'CommandOrControl+R', run: (window) => window?.reload() },
  undo: edit('Undo', 'undo'),
  redo: edit('Redo', 'redo'),
  cut: edit('Cut', 'cut'),
  copy: edit('Copy', 'copy'),
  paste: edit('Paste', 'paste'),
  delete: edit('Delete', 'delete'),
  selectall: edit('Select All', 'selectAll'),
};

/** `MenuItem`, with the semantics of checkbox and radio items. */
export class MenuItem {
  readonly id: string;
  readonly type: NonNullable<Options['type']>;
  readonly role: Options['role'];
  readonly submenu: Menu | undefined;
  readonly accelerator: string | undefined;
  label: string;
  sublabel: string;
  toolTip: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  /** Set when the item is put into a menu. */
  menu: Menu | undefined;
  private readonly onClick: Options['click'];

  constructor(options: Options, submenu?: Menu) {
    const role = options.role === undefined ? undefined : ROLES[options.role.toLowerCase()];
    this.id = options.id ?? '';
    this.type = options.type ?? (submenu ? 'submenu' : 'normal');
    this.role = options.role;
    this.submenu = submenu;
    this.accelerator = options.accelerator ?? role?.accelerator;
    this.label = options.label ?? role?.label ?? options.role ?? '';
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.onClick = options.click;
  }

  /** As if the person had picked the item; nothing happens while it is disabled. */
  click = (event: ClickEvent = {}, window: RoleTarget | null = registry.focusedWindow): void => {
    if (!this.enabled) return;
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.type === 'radio') for (const item of this.radioGroup()) item.checked = item === this;
    if (this.onClick) {
      const { onClick } = this;
      // Our item and window have of Electron's what the app uses.
      Reflect.apply(onClick, undefined, [this, window ?? undefined, event]);
    } else if (this.role !== undefined) ROLES[this.role.toLowerCase()]?.run(window);
  };

  /** The radio items beside this one, up to the next item of another type. */
  private radioGroup(): MenuItem[] {
    const items = this.menu?.items ?? [this];
    const at = items.indexOf(this);
    const isOther = (item: MenuItem): boolean => item.type !== 'radio';
    const before = items.slice(0, at).findLastIndex(isOther);
    const after = items.slice(at).findIndex(isOther);
    return items.slice(before + 1, after < 0 ? undefined : at + after);
  }
}
completeClass(MenuItem);

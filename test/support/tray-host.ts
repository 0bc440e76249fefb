import { sessionBus, type MessageBus } from '@jellybrick/dbus-next';
import { BusInterface, methods, properties } from './electron/tray/bus-interface.ts';

const NAME = 'org.kde.StatusNotifierWatcher';

/** The part of a desktop's panel that tray icons register with; it shows them nowhere. */
class StatusNotifierWatcher extends BusInterface {
  readonly IsStatusNotifierHostRegistered = true;
  readonly ProtocolVersion = 0;
  RegisteredStatusNotifierItems: string[] = [];

  constructor() {
    super(NAME);
  }

  RegisterStatusNotifierItem(service: string): void {
    this.RegisteredStatusNotifierItems = [...this.RegisteredStatusNotifierItems, service];
  }
  RegisterStatusNotifierHost(): void {}
}

StatusNotifierWatcher.configureMembers({
  properties: properties({
    IsStatusNotifierHostRegistered: 'b',
    ProtocolVersion: 'i',
    RegisteredStatusNotifierItems: 'as',
  }),
  methods: methods({ RegisterStatusNotifierItem: ['s', ''], RegisterStatusNotifierHost: ['s', ''] }),
});

/** Makes the session bus at `busAddress` one of a desktop that shows tray icons, so that apps make theirs. */
export async function startTrayHost(busAddress: string): Promise<MessageBus> {
  const bus = sessionBus({ busAddress });
  // A test run that ends stops the bus first; the library's types forget that it emits errors.
  const emitter: NodeJS.EventEmitter = bus;
  emitter.on('error', () => {});
  bus.export('/StatusNotifierWatcher', new StatusNotifierWatcher());
  await bus.requestName(NAME, 0);
  return bus;
}

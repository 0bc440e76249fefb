import { interface as dbus, sessionBus, type MessageBus } from '@jellybrick/dbus-next';

const NAME = 'org.kde.StatusNotifierWatcher';

/** The part of a desktop's panel that tray icons register with; it shows them nowhere. */
class StatusNotifierWatcher extends dbus.Interface {
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
  properties: {
    IsStatusNotifierHostRegistered: { signature: 'b', access: dbus.ACCESS_READ },
    ProtocolVersion: { signature: 'i', access: dbus.ACCESS_READ },
    RegisteredStatusNotifierItems: { signature: 'as', access: dbus.ACCESS_READ },
  },
  methods: {
    RegisterStatusNotifierItem: { inSignature: 's' },
    RegisterStatusNotifierHost: { inSignature: 's' },
  },
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

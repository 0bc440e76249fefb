import { interface as dbus } from '@jellybrick/dbus-next';

/** An object's interface on D-Bus; what its class is configured with reaches its objects. */
export class BusInterface extends dbus.Interface {
  constructor(name: string) {
    super(name);
    // dbus-next 0.11.3 gives each object empty members of its own, which hide the configured ones.
    delete this.$properties;
    delete this.$methods;
    delete this.$signals;
  }
}

/** Read-only properties, each by its signature, as dbus-next wants them declared. */
export function properties(signatures: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(signatures).map(([name, signature]) => [name, { signature, access: dbus.ACCESS_READ }]),
  );
}

/** Methods, each by what goes in and what comes out. */
export function methods(signatures: Record<string, [input: string, output: string]>) {
  return Object.fromEntries(
    Object.entries(signatures).map(([name, [inSignature, outSignature]]) => [name, { inSignature, outSignature }]),
  );
}

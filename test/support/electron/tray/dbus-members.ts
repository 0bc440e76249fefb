import { interface as dbus } from '@jellybrick/dbus-next';

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

/** Names that engines and libraries look up on any object; they are not calls of Electron's interface. */
const ASKED_BY_OTHERS = new Set([
  'then',
  'toJSON',
  'asymmetricMatch',
  'domain',
  'nodeType',
  '$$typeof',
  'inspect',
  'default',
]);

function refuseMissing(name: string, target: object, key: string | symbol): void {
  if (key in target || typeof key === 'symbol' || ASKED_BY_OTHERS.has(key)) return;
  throw new Error(`${name}.${key} is not in the stand-in for Electron (test/support/electron)`);
}

/** Makes reading a member that `part` lacks throw an error with the member's name, instead of giving `undefined`. */
export function complete<T extends object>(name: string, part: T): T {
  return new Proxy(part, {
    get(target, key) {
      refuseMissing(name, target, key);
      return Reflect.get(target, key);
    },
  });
}

/** The same for all instances of a class; at the end of the prototype chain, so that objects keep their identity. */
export function completeClass(type: { name: string; prototype: object }): void {
  const parent: unknown = Object.getPrototypeOf(type.prototype);
  if (typeof parent !== 'object' || parent === null) throw new TypeError(`${type.name} has no prototype`);
  Object.setPrototypeOf(
    type.prototype,
    new Proxy(parent, {
      get(target, key, receiver) {
        refuseMissing(type.name, target, key);
        return Reflect.get(target, key, receiver);
      },
    }),
  );
}

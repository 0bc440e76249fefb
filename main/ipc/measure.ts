/** The most that a message may hold, in bytes as UTF-16 and a little for each value (security: W7). */
const SIZE_MAX = 64 * 1024;
const DEPTH_MAX = 8;
const VALUE_COST = 8;
/** Names that reach into prototypes when data is copied carelessly (security: W8). */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a message is plain data of bounded size and depth. Cycles and objects other than plain ones are not. */
export function isPlainAndSmall(message: unknown): boolean {
  let left = SIZE_MAX;
  const fits = (value: unknown, depth: number): boolean => {
    left -= VALUE_COST;
    if (left < 0 || depth > DEPTH_MAX) return false;
    if (typeof value === 'string') return (left -= 2 * value.length) >= 0;
    if (typeof value !== 'object' || value === null) return typeof value !== 'function' && typeof value !== 'symbol';
    if (Array.isArray(value)) return value.length <= left && value.every((item) => fits(item, depth + 1));
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return false;
    return Reflect.ownKeys(value).every(
      (key) =>
        typeof key === 'string' && !FORBIDDEN_KEYS.has(key) && fits(key, depth) && fits(read(value, key), depth + 1),
    );
  };
  return fits(message, 0);
}

/** Stands for what is no data; symbols are refused. */
const ACCESSOR = Symbol('accessor');

/** A property's value without running code. */
function read(value: object, key: string): unknown {
  const property = Object.getOwnPropertyDescriptor(value, key);
  return property !== undefined && 'value' in property ? property.value : ACCESSOR;
}

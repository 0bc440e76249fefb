/* oxlint-disable unicorn/consistent-function-scoping -- sent to the page as source text: nothing may stand outside */
/** A value on its way between the processes: plain JSON, or a reference to one of the nodes beside it. */
type Cell = { v: unknown } | { t: 'undefined' } | { t: 'number' | 'bigint'; v: string } | { r: number };

/** One object of a structured clone; `t` is its kind, `v` its content, bytes as base64. */
type Node = Container | Leaf;
type Container =
  | { t: 'Array' | 'Set'; v: Cell[] }
  | { t: 'Map'; v: [Cell, Cell][] }
  | { t: 'Object'; v: [string, Cell][] };
type Leaf =
  | { t: 'Date'; v: number }
  | { t: 'RegExp'; v: [source: string, flags: string] }
  | { t: 'Error'; v: string; name: string; stack: string | undefined }
  | { t: 'ArrayBuffer'; v: string }
  | { t: 'View'; v: string; name: string };

export interface Codec {
  /** Throws a DataCloneError for what Electron does not carry either. */
  encode(values: unknown[]): string;
  decode(text: string): unknown[];
}

/**
 * Carries structured clones as text, with cycles and shared references. Self-contained: it is also sent to the page
 * as source text.
 */
export function makeCodec(): Codec {
  const inNode = typeof Buffer !== 'undefined';
  const toBase64 = (bytes: Uint8Array): string =>
    inNode
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
      : btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const isPlain = (value: unknown): boolean =>
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0));

  function contentOf(value: object, put: (value: unknown) => Cell): Node {
    if (Array.isArray(value)) return { t: 'Array', v: Array.from(value, put) };
    if (value instanceof Date) return { t: 'Date', v: value.getTime() };
    if (value instanceof RegExp) return { t: 'RegExp', v: [value.source, value.flags] };
    if (value instanceof Map) return { t: 'Map', v: [...value].map(([key, entry]) => [put(key), put(entry)]) };
    if (value instanceof Set) return { t: 'Set', v: [...value].map(put) };
    if (value instanceof Error) return { t: 'Error', name: value.name, v: value.message, stack: value.stack };
    if (value instanceof ArrayBuffer) return { t: 'ArrayBuffer', v: toBase64(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return { t: 'View', name: value.constructor.name, v: toBase64(bytes) };
    }
    if (Object.prototype.toString.call(value) !== '[object Object]')
      throw new Error(`the stand-in does not carry ${Object.prototype.toString.call(value)}`);
    return { t: 'Object', v: Object.entries(value).map(([key, entry]) => [key, put(entry)]) };
  }

  /** Whether JSON carries it as it is: a tree, in which no object comes twice. */
  function isTree(value: unknown, seen: Set<unknown>): boolean {
    if (isPlain(value)) return true;
    if (typeof value !== 'object' || value === null || seen.has(value)) return false;
    seen.add(value);
    // By index, so that holes are seen: they are undefined.
    if (Array.isArray(value)) return Array.from(value).every((entry) => isTree(entry, seen));
    return (
      Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every((entry) => isTree(entry, seen))
    );
  }

  function encode(values: unknown[]): string {
    // Nearly everything is such a tree, and the engine's own JSON is many times faster than what follows.
    if (isTree(values, new Set())) return JSON.stringify({ tree: values });
    const nodes: Node[] = [];
    const seen = new Map<object, number>();
    const put = (value: unknown): Cell => {
      if (isPlain(value)) return { v: value };
      if (value === undefined) return { t: 'undefined' };
      if (typeof value === 'number') return { t: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
      if (typeof value === 'bigint') return { t: 'bigint', v: String(value) };
      if (typeof value !== 'object' || value === null) throw new Error(`the stand-in does not carry a ${typeof value}`);
      const known = seen.get(value);
      if (known !== undefined) return { r: known };
      const index = nodes.length;
      seen.set(value, index);
      nodes.push({ t: 'Array', v: [] }); // holds the place, as the content is numbered after its container
      nodes[index] = contentOf(value, put);
      return { r: index };
    };
    const clone: unknown[] = structuredClone(values);
    return JSON.stringify([clone.map(put), nodes]);
  }

  function decode(text: string): unknown[] {
    const parsed: { tree: unknown[] } | [Cell[], Node[]] = JSON.parse(text);
    if ('tree' in parsed) return parsed.tree;
    const [cells, nodes] = parsed;
    const made: unknown[] = [];
    const get = (cell: Cell): unknown => {
      if ('r' in cell) return (made[cell.r] ??= make(cell.r));
      if (!('t' in cell)) return cell.v;
      if (cell.t === 'undefined') return undefined;
      return cell.t === 'number' ? Number(cell.v) : BigInt(cell.v);
    };
    /** Containers are noted before they are filled, for cycles. */
    const fill = <T extends object>(index: number, empty: T, put: (target: T) => void): T => {
      made[index] = empty;
      put(empty);
      return empty;
    };
    const make = (index: number): unknown => {
      const node = nodes[index];
      switch (node?.t) {
        case 'Array':
          return fill<unknown[]>(index, [], (list) => node.v.forEach((cell) => list.push(get(cell))));
        case 'Set':
          return fill(index, new Set(), (set) => node.v.forEach((cell) => set.add(get(cell))));
        case 'Map':
          return fill(index, new Map(), (map) => node.v.forEach(([key, cell]) => map.set(get(key), get(cell))));
        case 'Object':
          return fill(index, {}, (object) => {
            for (const [key, cell] of node.v)
              Object.defineProperty(object, key, {
                value: get(cell),
                writable: true,
                enumerable: true,
                configurable: true,
              });
          });
        default:
          return node && makeLeaf(node);
      }
    };
    return cells.map(get);
  }

  function makeLeaf(leaf: Leaf): unknown {
    switch (leaf.t) {
      case 'Date':
        return new Date(leaf.v);
      case 'RegExp':
        return new RegExp(...leaf.v);
      case 'Error': {
        const types: Record<string, new (message: string) => Error> = { TypeError, RangeError, SyntaxError };
        return Object.assign(new (types[leaf.name] ?? Error)(leaf.v), { stack: leaf.stack });
      }
      case 'ArrayBuffer':
        return fromBase64(leaf.v).buffer;
      default:
        return makeView(leaf.name, fromBase64(leaf.v).buffer);
    }
  }

  function makeView(name: string, buffer: ArrayBuffer): ArrayBufferView {
    const views: Record<string, new (buffer: ArrayBuffer) => ArrayBufferView> = {
      DataView,
      Int8Array,
      Uint8Array,
      Uint8ClampedArray,
      Int16Array,
      Uint16Array,
      Int32Array,
      Uint32Array,
      Float32Array,
      Float64Array,
      BigInt64Array,
      BigUint64Array,
    };
    return new (views[name] ?? Uint8Array)(buffer);
  }

  return { encode, decode };
}

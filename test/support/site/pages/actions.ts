/** Does something to the browser; what it returns, or the name of its error, is shown beside its button. */
export type Action = (given: URLSearchParams) => unknown;

/** Every action of the page, each behind a button; `?do=<name>` does it at once, with the other parameters given. */
export function offer(actions: Readonly<Record<string, Action>>): void {
  const place = byId('actions');
  for (const [name, action] of Object.entries(actions)) {
    const button = Object.assign(document.createElement('button'), { id: name, type: 'button', textContent: name });
    const result = Object.assign(document.createElement('output'), { id: `${name}-result` });
    button.addEventListener('click', () => void run(action, result));
    place.append(button, ' ', result, ' ');
  }
  const asked = new URLSearchParams(location.search);
  for (const field of document.querySelectorAll<HTMLInputElement>('#given input'))
    field.value = asked.get(field.name) ?? field.value;
  document.documentElement.dataset['ready'] = 'true';
  for (const name of asked.getAll('do')) document.getElementById(name)?.click();
}

async function run(action: Action, result: HTMLElement): Promise<void> {
  result.textContent = '';
  try {
    result.textContent = shown(await action(given()));
  } catch (error) {
    result.textContent = error instanceof Error ? error.name : 'unknown';
    result.title = String(error);
  }
}

function given(): URLSearchParams {
  const params = new URLSearchParams();
  for (const { name, value } of document.querySelectorAll<HTMLInputElement>('#given input')) params.set(name, value);
  return params;
}

function shown(value: unknown): string {
  if (value === undefined) return 'done';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`No element ${id}`);
  return found;
}

/** Calls what this browser may have and TypeScript's own types lack; throws where it is not there. */
export function call(owner: object, name: string, ...args: unknown[]): unknown {
  const method: unknown = Reflect.get(owner, name);
  if (typeof method !== 'function') throw new DOMException(`No ${name}`, 'NotSupportedError');
  return Reflect.apply(method, owner, args);
}

import type { Bridge } from '../../shared/ipc/bridge.ts';
import type { Result } from '../../shared/errors.ts';
import type { StartupAction, StartupCommand, StartupProblemWords } from '../../shared/startup-problem.ts';

// This window has commands of its own over the app's bridge, and none of the app's.
const bridge = window.switchboard as Bridge;
const call = (command: StartupCommand, input: unknown) => bridge.invoke(command, input);

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`startup-problem.html has no #${id}`);
  return found;
}

async function read(): Promise<void> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- main sends what it declares, and nobody else answers
  const answer = (await call('problem.read', {})) as Result<StartupProblemWords>;
  if (!answer.ok) return;
  const { title, text, path, advice } = answer.value;
  element('title').textContent = title;
  element('text').textContent = text;
  element('advice').textContent = advice;
  element('path').textContent = path;
  element('try-again').focus();
}

const actions: readonly StartupAction[] = ['try-again', 'show-file', 'quit'];
for (const action of actions) {
  element(action).addEventListener('click', () => void call('problem.act', action));
}
void read();

import type { COLOR_COUNT } from '../../shared/domain/account.ts';

/** The palette `Account.color` points into, as the window has it in its light theme: background and letters. */
export const colors = [
  ['#a9d3f2', '#004377'],
  ['#bdd99b', '#294903'],
  ['#c6b1de', '#341a51'],
  ['#efc4ad', '#712d09'],
  ['#9bd9db', '#02494c'],
  ['#eeacb2', '#6e0811'],
  ['#f9e2ae', '#835b00'],
  ['#a3b2e8', '#001665'],
  ['#eca5d1', '#6b0043'],
  ['#a8f0cd', '#00723b'],
  ['#ddc3b0', '#50301a'],
  ['#94c8d4', '#00333f'],
] as const satisfies readonly (readonly [string, string])[] & { length: typeof COLOR_COUNT };

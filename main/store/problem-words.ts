import type { StartupProblemWords } from '../../shared/startup-problem.ts';
import type { ProblemKind, StoreProblem } from '../store/problems.ts';

type Words = Omit<StartupProblemWords, 'path'>;

const UNTOUCHED = 'Nothing in it was changed.';
const COPIES =
  'If you have a backup of the file, put it in its place and try again. Copies that Switchboard made before an update are in the folder "backups" beside it.';

const WORDS: Record<ProblemKind, (problem: StoreProblem) => Words> = {
  'not-a-database': () => ({
    title: 'This file is not a Switchboard database',
    text: `Switchboard keeps your accounts in this file, but what is in it now is something else. ${UNTOUCHED}`,
    advice: 'If another program put it there, move it away and put the right file back. Then try again.',
  }),
  damaged: () => ({
    title: 'Your accounts file is damaged',
    text: `Switchboard checked the file with your accounts and found damage. ${UNTOUCHED}`,
    advice: `Make a copy of the folder first. ${COPIES}`,
  }),
  emptied: () => ({
    title: 'Your accounts file is empty',
    text: `There were accounts in this file, and now it is empty. Switchboard does not start over on its own. ${UNTOUCHED}`,
    advice: COPIES,
  }),
  newer: ({ found, known }) => ({
    title: 'Your accounts were saved by a newer Switchboard',
    text: `The file has version ${found ?? 'unknown'}, and this Switchboard knows versions up to ${known ?? 'unknown'}. ${UNTOUCHED}`,
    advice: 'Install the newest Switchboard and start that one.',
  }),
  'read-only': () => ({
    title: 'Switchboard cannot write to its folder',
    text: 'Your accounts are kept there, and the system does not let Switchboard change anything in it.',
    advice: 'Allow your user to write to this folder and the files in it, then try again.',
  }),
  full: () => ({
    title: 'The disk is full',
    text: 'Switchboard needs a little room beside your accounts to open them safely. Nothing was lost.',
    advice: 'Free some space on this disk, then try again.',
  }),
  'in-use': () => ({
    title: 'Your accounts are open in another program',
    text: 'Another program holds the file, and two that write to it would damage it.',
    advice: 'Close the other program, or wait until a backup or a scan has finished. Then try again.',
  }),
  unreadable: () => ({
    title: 'Switchboard cannot open its folder',
    text: 'Your accounts are kept there, and the system does not let Switchboard read it.',
    advice:
      'If it is on a network or an external disk, connect that one. Else allow your user to read it. Then try again.',
  }),
  'old-runtime': ({ found, known }) => ({
    title: 'This Node is too old for Switchboard',
    text: `Switchboard needs Node 22.14 or newer, with Node-API ${known ?? 'unknown'}; this one has ${found ?? 'none'}. Your accounts were not opened.`,
    advice: 'Start Switchboard with npm start, which brings the right one.',
  }),
};

/** The words for a problem; one that has none does not compile. */
export function problemWords(problem: StoreProblem): StartupProblemWords {
  return { ...WORDS[problem.kind](problem), path: problem.path };
}

import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useState } from 'react';
import type { Environment } from '../../../../shared/domain/environment.ts';
import { shortcutOf, shortcutWords } from './pressed-keys.ts';
import { useChange } from './use-change.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  keys: { width: '260px', maxWidth: '100%' },
});

/** Keys that people move about and leave fields with, and that stay theirs. */
const LEFT_ALONE = new Set(['Tab', 'Escape', 'Enter']);

interface Props {
  /** In Electron's words; null for none. */
  shortcut: string | null;
  platform: Environment['platform'];
}

/** Records the keys that show the switcher from everywhere: they are pressed, not typed. */
export function ShortcutField({ shortcut, platform }: Props) {
  const styles = useStyles();
  const { change, refusal } = useChange();
  const [isHinted, setHinted] = useState(false);

  function onKeyDown(event: KeyboardEvent) {
    if (LEFT_ALONE.has(event.key)) return;
    // Or the menu would take what is also a shortcut of its own.
    event.preventDefault();
    const isCleared = event.key === 'Backspace' || event.key === 'Delete';
    const pressed = shortcutOf(event.nativeEvent, platform === 'macos');
    const isHeld = ['Control', 'Alt', 'Shift', 'Meta'].includes(event.key);
    setHinted(pressed === null && !isHeld && !isCleared);
    if (pressed !== null || isCleared) change({ shortcut: pressed });
  }

  return (
    <Field
      label="Shortcut to switch accounts from everywhere"
      hint={hintFor(platform)}
      {...(isHinted ? ({ validationState: 'warning', validationMessage: needed(platform) } as const) : refusal)}
    >
      {(control) => (
        <div className={styles.row}>
          <Input
            {...control}
            className={styles.keys}
            readOnly
            value={shortcut === null ? '' : shortcutWords(shortcut, platform)}
            placeholder="None: press keys here"
            onKeyDown={onKeyDown}
            onBlur={() => setHinted(false)}
          />
          <Button disabled={shortcut === null} onClick={() => change({ shortcut: null })}>
            Clear shortcut
          </Button>
        </div>
      )}
    </Field>
  );
}

function needed(platform: Environment['platform']): string {
  const own = { macos: 'Control, Option or Command', windows: 'Ctrl or Alt', linux: 'Ctrl, Alt or Super' }[platform];
  return `Press a letter, a digit or a function key together with ${own}.`;
}

function hintFor(platform: Environment['platform']): string {
  const what = 'Press the keys in this field. They show your accounts, whichever program you are in.';
  return platform === 'linux' ? `${what} Some desktops ask you to allow it.` : what;
}

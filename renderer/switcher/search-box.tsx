import { Input } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons/svg/search';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { LIST_ID, optionId } from './switcher-options.tsx';

interface Props {
  text: string;
  /** How many options there are to move through. */
  count: number;
  index: number;
  onText(text: string): void;
  onIndex(index: number): void;
  onPick(): void;
}

/** Keeps the focus while the arrow keys move through the options (the combobox pattern of ARIA). */
export function SearchBox({ text, count, index, onText, onIndex, onPick }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);

  const targets: Partial<Record<string, number>> = {
    ArrowDown: index + 1 < count ? index + 1 : 0,
    ArrowUp: index > 0 ? index - 1 : count - 1,
    PageDown: Math.min(index + 8, count - 1),
    PageUp: Math.max(index - 8, 0),
  };

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const target = targets[event.key];
    if (event.key === 'Enter') onPick();
    else if (target !== undefined && count > 0) onIndex(target);
    else return;
    event.preventDefault();
  }

  return (
    <Input
      ref={input}
      size="large"
      contentBefore={<Search20Regular />}
      placeholder="Email, phone number, name or group"
      aria-label="Search accounts"
      role="combobox"
      aria-expanded={count > 0}
      aria-controls={LIST_ID}
      aria-autocomplete="list"
      aria-activedescendant={count > 0 ? optionId(index) : undefined}
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={(_, { value }) => onText(value)}
      onKeyDown={onKeyDown}
    />
  );
}

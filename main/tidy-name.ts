import { NAME_MAX } from '../shared/domain/account.ts';
import { ok, refuse, type Result } from '../shared/errors.ts';

/** A name as it is kept: on one line, without blanks at its ends, and of at most `NAME_MAX` characters. */
export function tidyName(typed: string): Result<string, 'name-too-long'> {
  const name = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return Array.from(name).length > NAME_MAX ? refuse('name-too-long', { max: NAME_MAX }) : ok(name);
}

import { SetUp } from '../../shared/domain/way.ts';

// As what is typed as an identifier: blanks, controls, and marks that are not seen come along with what is pasted.
const EDGES = /^[\s\p{C}]+|[\s\p{C}]+$/gu;
const SPACED_NUMBER = /^\+[\d\s().-]+$/;

/** A set-up without blanks around its values, nor inside a sender's phone number. */
export function tidy(setUp: SetUp): SetUp {
  return SetUp.parse(
    JSON.parse(JSON.stringify(setUp), (_key, value: unknown) => (typeof value === 'string' ? tidyText(value) : value)),
  );
}

function tidyText(typed: string): string {
  const text = typed.replace(EDGES, '');
  return SPACED_NUMBER.test(text) ? text.replace(/[^+\d]/g, '') : text;
}

/** A secret as it is kept; null where none was given. A password may begin or end with a blank, a pasted key does not. */
export function tidySecret(way: SetUp['name'], typed: string | null): string | null {
  const secret = way === 'smtp' ? typed : (typed?.replace(EDGES, '') ?? null);
  return secret === '' ? null : secret;
}

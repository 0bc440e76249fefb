import type { IdentifierKind } from '../../shared/domain/account.ts';
import { ok, refuse, type Result } from '../../shared/errors.ts';
import { parseEmail } from './email.ts';
import { parsePhone } from './phone.ts';

/** An identifier in normal form. One `value` stands for exactly one recipient (security: D4). */
export interface ParsedIdentifier {
  kind: IdentifierKind;
  /** Compared and unique: folded email with its domain in punycode, or E.164. */
  value: string;
  /** What a code is sent to: the email with its local part as typed, or E.164. */
  address: string;
}

/** Why what was typed is no identifier. */
export type IdentifierRefusal = 'identifier-empty' | 'identifier-unrecognized' | 'email-invalid' | 'phone-impossible';

// Blanks, controls, and marks that are not seen: soft hyphen, zero-width and bidi marks, variation selectors.
const EDGES = /^[\s\p{C}]+|[\s\p{C}]+$/gu;
const UNSEEN = /[\p{Cf}\p{Variation_Selector}]/gu;
const PHONE_LIKE = /^(?=.*\d)[+(\d][\d\s()./+-]*(?:[a-z#;,=.\s]+\d+)?$/iu;

/**
 * Turns what a person typed into an identifier.
 * `region` (ISO 3166-1 alpha-2) is where phone numbers without a country code are taken to be.
 */
export function parseIdentifier(typed: string, region: string): Result<ParsedIdentifier, IdentifierRefusal> {
  const text = typed.normalize('NFKC').replace(UNSEEN, '').replace(EDGES, '');
  if (text === '') return refuse('identifier-empty');
  if (text.includes('@')) {
    const email = parseEmail(text);
    return email === null ? refuse('email-invalid') : ok({ kind: 'email', ...email });
  }
  const dialled = text.replace(/[\p{Dash}\u2010-\u2015]/gu, '-');
  if (!PHONE_LIKE.test(dialled)) return refuse('identifier-unrecognized');
  const phone = parsePhone(dialled, region);
  return phone.ok ? ok({ kind: 'phone', value: phone.value, address: phone.value }) : phone;
}

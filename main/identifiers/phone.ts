import {
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type CountryCode,
  type ValidatePhoneNumberLengthResult,
} from 'libphonenumber-js/min';
import { ok, refuse, type ErrorParams, type Result } from '../../shared/errors.ts';

type Reason = ErrorParams['phone-impossible']['reason'];

const REASONS: Record<ValidatePhoneNumberLengthResult, Reason> = {
  INVALID_COUNTRY: 'unknown-country',
  NOT_A_NUMBER: 'not-a-number',
  TOO_SHORT: 'too-short',
  TOO_LONG: 'too-long',
  INVALID_LENGTH: 'not-a-number',
};

/** Reads one phone number as E.164; `region` (ISO 3166-1 alpha-2) is used where it has no country code. */
export function parsePhone(text: string, region: string): Result<string, 'phone-impossible'> {
  const country = isSupportedCountry(region) ? region : undefined;
  const problem = validatePhoneNumberLength(text, country);
  if (problem !== undefined) return refuse('phone-impossible', { reason: REASONS[problem] });
  const number = read(text, country);
  // An extension is a second thing to dial: no text message reaches it.
  if (number === undefined || number.ext !== undefined || !isStable(number.number)) {
    return refuse('phone-impossible', { reason: 'not-a-number' });
  }
  return ok(number.number);
}

/** The number in international form. */
export function showPhone(e164: string): string {
  return read(e164)?.formatInternational() ?? e164;
}

/** The country of a number, ISO 3166-1 alpha-2; null where its code belongs to no country in particular. */
export function countryOf(e164: string): string | null {
  return read(e164)?.country ?? null;
}

function read(text: string, country?: CountryCode) {
  return parsePhoneNumberFromString(text, { extract: false, ...(country && { defaultCountry: country }) });
}

/** Whether a number reads back as itself, as it stands and as it is shown; some with doubled prefixes do not. */
function isStable(e164: string): boolean {
  const shown = read(e164)?.formatInternational();
  return shown !== undefined && [e164, shown].every((text) => read(text)?.number === e164);
}

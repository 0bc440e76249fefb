/** What the environment says, as `language` and `country`: `de_CH.UTF-8` gives de and CH; C and POSIX give en and nothing. */
function fromEnvironment(): { language: string; country: string } {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const found = /^([a-z]{2,3})(?:[_-]([A-Z]{2}))?/.exec(LC_ALL || LC_MESSAGES || LANG || 'en_US');
  return { language: found?.[1] ?? 'en', country: found?.[2] ?? '' };
}

/** A BCP 47 tag such as `de-CH`. */
export function systemLocale(): string {
  const { language, country } = fromEnvironment();
  return country === '' ? (language === 'en' ? 'en-US' : language) : `${language}-${country}`;
}

/** Two capital letters, or nothing when the environment names no country. */
export function systemCountry(): string {
  return fromEnvironment().country;
}

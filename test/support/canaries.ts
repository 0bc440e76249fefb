/** How a text may look where it was not meant to be; what JSON makes of it is the text itself. */
function encodings(text: string): string[] {
  const bytes = Buffer.from(text);
  return [
    text,
    text.toUpperCase(),
    text.toLowerCase(),
    encodeURIComponent(text),
    text.replaceAll('@', '=40').replaceAll('+', '=2B'),
    bytes.toString('hex'),
    Buffer.from(text, 'utf16le').toString('latin1'),
    ...[0, 1, 2].map((before) => base64Core(text, before)),
  ];
}

/** The part of a text's base64 that is the same whatever stands around it, with `before` bytes in its first group. */
function base64Core(text: string, before: number): string {
  const all = Buffer.from('x'.repeat(before) + text).toString('base64');
  return all.slice(before === 0 ? 0 : 4, all.endsWith('=') ? -4 : undefined);
}

/** Searches bytes for texts about a person, in ten encodings; answers those that are there. */
export function findPersonal(bytes: Buffer, texts: readonly string[]): string[] {
  return texts.filter((text) => encodings(text).some((encoded) => bytes.includes(encoded, 0, 'latin1')));
}

/** Searches bytes for codes of six digits, which a longer number is not. */
export function findCodes(bytes: Buffer, codes: readonly string[]): string[] {
  const text = bytes.toString('latin1');
  return codes.filter((code) => {
    const encoded = encodings(code).filter((other) => other !== code && other.length > code.length);
    return new RegExp(`(?<!\\d)${code}(?!\\d)`).test(text) || encoded.some((other) => text.includes(other));
  });
}

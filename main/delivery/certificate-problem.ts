/** Names that Node and Chromium give to a certificate that does not hold (Node's "X509 certificate error codes"; net_error_list.h). */
const NAMES =
  /CERT_|_CERT\b|UNABLE_TO_(?:GET|VERIFY|DECRYPT|DECODE)|INVALID_(?:CA|PURPOSE)|PATH_LENGTH|HOSTNAME_MISMATCH/;

/** Whether an error, by its code or text, is about a certificate (security: D5). */
export function isCertificateProblem(name: string): boolean {
  return NAMES.test(name);
}

/** What is wrong with it; what Node adds after a semicolon is for programmers. */
export function certificateWords(message: string): string {
  return message.replace(/;.*/s, '');
}

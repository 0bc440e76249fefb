/** An address in the parts it is shown in; together they are the whole of it, but for a user name. */
export interface AddressParts {
  /** Up to the host, as `https://`. */
  before: string;
  /** Host and port, in ASCII: a host of look-alike letters shows as what it is. */
  host: string;
  after: string;
}

/** Splits an address to be shown; one that is none, or has no host, is all `after`. */
export function splitAddress(address: string): AddressParts {
  const url = URL.parse(address);
  if (url === null || url.host === '') return { before: '', host: '', after: address };
  // What stands before an @ is no host, and must not look like one.
  url.username = '';
  url.password = '';
  const before = `${url.protocol}//`;
  const after = url.href.slice(before.length + url.host.length);
  return { before, host: url.host, after: after === '/' ? '' : after };
}

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitAddress } from '../../../../renderer/tabs/address.ts';

test.each([
  ['https://outlook.office.com/mail/?a=1#b', 'https://', 'outlook.office.com', '/mail/?a=1#b'],
  ['https://outlook.office.com/', 'https://', 'outlook.office.com', ''],
  ['https://outlook.office.com?a', 'https://', 'outlook.office.com', '/?a'],
  ['https://contoso.example:8443/x', 'https://', 'contoso.example:8443', '/x'],
  // Whose page it is must not be told by what stands before an @.
  ['https://login.microsoftonline.com@evil.example/', 'https://', 'evil.example', ''],
  ['https://login.microsoftonline.com:secret@evil.example/x', 'https://', 'evil.example', '/x'],
  // Look-alikes from other alphabets show as what they are.
  ['https://оutlook.office.com/', 'https://', 'xn--utlook-vqf.office.com', ''],
  ['https://outlook.office.com\\@evil.example/', 'https://', 'outlook.office.com', '/@evil.example/'],
  ['about:blank', '', '', 'about:blank'],
  ['', '', '', ''],
  ['not an address', '', '', 'not an address'],
])('%s', (address, before, host, after) => {
  expect(splitAddress(address)).toEqual({ before, host, after });
});

test('the parts of an address without a user name are the whole of it', () => {
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true, validSchemes: ['https'] }), (text) => {
      const url = new URL(text);
      const { before, host, after } = splitAddress(text);
      expect(new URL(`${before}${host}${after}`).href).toBe(url.href);
    }),
  );
});

test('a text without a host is shown as it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { host, after } = splitAddress(text);
      expect(host === '' ? after : host).toBe(host || text);
    }),
  );
});

import { describe, expect, test } from 'vitest';
import { isLoopback } from '../../../main/delivery/loopback.ts';
import * as fields from '../../../main/ways/fields.ts';
import { testAuthority } from '../../support/certificates.ts';

interface Field {
  is: (text: string) => boolean;
  yes: string[];
  no: string[];
}

const uuid = '1b2c3d4e-0000-0000-0000-000000000000';
const hex = '0123456789abcdef0123456789abcdef';

const table: Record<string, Field> = {
  isHost: {
    is: fields.isHost,
    yes: [
      'smtp.example.com',
      'SMTP.Example.com',
      'localhost',
      'mail',
      '127.0.0.1',
      '::1',
      'münchen.example',
      'my_host.lan',
    ],
    no: [
      '',
      ' ',
      'a b',
      'smtp.example.com.',
      'smtp..com',
      '-a.com',
      '1.2.3',
      '1.2.3.4.5',
      '0x7f.1',
      '[::1]',
      'https://a.com',
      'a.com:25',
      'a/b',
      `${'a'.repeat(64)}.com`,
      `${'a.'.repeat(127)}com`,
    ],
  },
  isLoopback: {
    is: isLoopback,
    yes: ['localhost', 'LOCALHOST', '127.0.0.1', '127.255.255.254', '::1', '0:0:0:0:0:0:0:1'],
    no: ['127.example.com', 'localhost.example.com', '128.0.0.1', '0.0.0.0', '::', '::2', '192.168.0.1', ''],
  },
  isUuid: {
    is: fields.isUuid,
    yes: [uuid, uuid.toUpperCase()],
    no: ['', uuid.replaceAll('-', ''), `${uuid}0`, `{${uuid}}`, uuid.replace('b', 'g')],
  },
  isTenant: {
    is: fields.isTenant,
    yes: ['common', 'organizations', 'consumers', uuid, 'contoso.onmicrosoft.com', 'example.com'],
    no: ['', 'Common', 'contoso', '127.0.0.1', 'a/b.com', 'common/..', 'example.com?x'],
  },
  isSender: {
    is: fields.isSender,
    yes: ['+15005550006', '+491701234567', 'Switchboard', 'My Codes 2', 'a'],
    no: [
      '',
      '15005550006',
      '+0123456789',
      '+1',
      '+1234567890123456',
      '12345',
      'Switchboards',
      'Codes!',
      ' +15005550006',
    ],
  },
  isHttps: {
    is: fields.isHttps,
    yes: ['https://example.com', 'https://example.com:8443/a?b=c', 'https://127.0.0.1/'],
    no: [
      '',
      'http://example.com',
      'https://',
      'https://user@example.com',
      'https://:key@example.com',
      'example.com',
      'javascript:alert(1)',
      'HTTPS://example.com',
    ],
  },
  isIssuer: {
    is: fields.isIssuer,
    yes: ['https://id.example.com', 'https://id.example.com/tenant/v2.0', 'https://127.0.0.1:4000'],
    no: [
      'http://id.example.com',
      'https://id.example.com?a=b',
      'https://id.example.com/?',
      'https://id.example.com/#',
      'https://a:b@id.example.com',
    ],
  },
  isAccountSid: {
    is: (text) => fields.isSid('AC', text),
    yes: [`AC${hex}`, `AC${hex.toUpperCase()}`],
    no: ['', hex, `SK${hex}`, `AC${hex}0`, `ac${hex}`, `AC${hex.slice(1)}g`],
  },
  isConnectionString: {
    is: fields.isConnectionString,
    yes: [
      'endpoint=https://a.communication.azure.com/;accesskey=a2V5',
      'Endpoint=https://a.azure.com;AccessKey=a2V5cw==;',
    ],
    no: [
      '',
      'a2V5',
      'endpoint=https://a.azure.com',
      'endpoint=http://a.azure.com;accesskey=a2V5',
      'endpoint=https://a.azure.com;accesskey=',
      'endpoint=https://a:b@a.azure.com;accesskey=a2V5',
      'accesskey=a2V5;endpoint=https://a.azure.com',
    ],
  },
  isSigningKey: {
    is: fields.isSigningKey,
    yes: ['a'.repeat(32), `whsec_${Buffer.alloc(24).toString('base64')}`],
    no: ['', 'a'.repeat(31), `whsec_${Buffer.alloc(23).toString('base64')}`, `whsec_${'!'.repeat(40)}`],
  },
};

describe.each(Object.entries(table))('%s', (_name, { is, yes, no }) => {
  test.each(yes)('takes %j', (text) => expect(is(text)).toBe(true));
  test.each(no)('does not take %j', (text) => expect(is(text)).toBe(false));
});

test('certificates are taken one or several, with words around them, and nothing else is', async () => {
  const { caPem, issue } = await testAuthority();
  const { cert, key } = await issue();
  expect(fields.isCertificates(caPem)).toBe(true);
  expect(fields.isCertificates(`# Our authority\n${caPem}\r\n${cert}`)).toBe(true);
  expect(fields.isCertificates('')).toBe(false);
  expect(fields.isCertificates('certificate')).toBe(false);
  expect(fields.isCertificates(caPem.slice(0, -20))).toBe(false);
  expect(fields.isCertificates(caPem.replace(/[A-Za-z]{8}/, 'AAAAAAAA'))).toBe(false);
  // A private key must not get into the file of settings.
  expect(fields.isCertificates(key)).toBe(false);
  expect(fields.isCertificates(`${cert}\n${key}`)).toBe(false);
});

import type {
  AzureSetUp,
  MicrosoftSetUp,
  OpenIdSetUp,
  SmtpSetUp,
  TwilioSetUp,
  WebhookSetUp,
} from '../../shared/domain/way.ts';

/** A server that takes a password, with what matters to a test changed. */
export function smtpSetUp(changes: Partial<SmtpSetUp> = {}): SmtpSetUp {
  return {
    name: 'smtp',
    host: 'smtp.example.com',
    port: 465,
    tls: 'implicit',
    login: { kind: 'password', user: 'maria' },
    from: 'codes@example.com',
    certificateAuthority: '',
    ...changes,
  };
}

export function twilioSetUp(changes: Partial<TwilioSetUp> = {}): TwilioSetUp {
  const accountSid = `AC${'0'.repeat(32)}`;
  return { name: 'twilio', accountSid, keySid: '', from: '+15005550006', perMonth: 100, ...changes };
}

export function azureSetUp(changes: Partial<AzureSetUp> = {}): AzureSetUp {
  return { name: 'azure', from: '+18335550100', perMonth: 100, ...changes };
}

export function webhookSetUp(changes: Partial<WebhookSetUp> = {}): WebhookSetUp {
  return { name: 'webhook', address: 'https://codes.example.com/send', perMonth: 100, ...changes };
}

export function microsoftSetUp(changes: Partial<MicrosoftSetUp> = {}): MicrosoftSetUp {
  return { name: 'microsoft', clientId: '1b2c3d4e-0000-0000-0000-000000000000', tenant: 'common', ...changes };
}

export function openIdSetUp(changes: Partial<OpenIdSetUp> = {}): OpenIdSetUp {
  const issuer = 'https://id.example.com';
  return { name: 'openid', label: 'Example', issuer, clientId: 'switchboard', mailScope: '', ...changes };
}

/** A secret of each way that takes one. */
export const SECRETS = {
  smtp: 'correct horse battery',
  twilio: '0123456789abcdef0123456789abcdef',
  azure: 'endpoint=https://codes.communication.azure.com/;accesskey=c2VjcmV0LWtleQ==',
  webhook: 'a key of thirty-two characters!!',
} as const;

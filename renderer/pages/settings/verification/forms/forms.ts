import type { ComponentType } from 'react';
import type { SetUpName, ShownWay } from '../../../../../shared/domain/way.ts';
import { AzureForm } from './azure-form.tsx';
import { GraphForm } from './graph-form.tsx';
import { MicrosoftForm } from './microsoft-form.tsx';
import { OpenIdForm } from './openid-form.tsx';
import { SmtpForm } from './smtp-form.tsx';
import { TwilioForm } from './twilio-form.tsx';
import { WebhookForm } from './webhook-form.tsx';

/** The form of each way. */
export const forms: Readonly<Record<SetUpName, ComponentType<{ way: ShownWay }>>> = {
  microsoft: MicrosoftForm,
  openid: OpenIdForm,
  graph: GraphForm,
  smtp: SmtpForm,
  twilio: TwilioForm,
  azure: AzureForm,
  webhook: WebhookForm,
};

/** Where services answer that are not set up by address. */
export interface Endpoints {
  /** Microsoft Entra: the part of every authority before its tenant. */
  microsoft: string;
  graph: string;
  twilio: string;
}

/** The services themselves, in the cloud that most people are in. */
export const ENDPOINTS: Endpoints = {
  microsoft: 'https://login.microsoftonline.com',
  graph: 'https://graph.microsoft.com',
  twilio: 'https://api.twilio.com',
};

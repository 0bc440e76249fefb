import { expect, test } from 'vitest';
import { denialOf } from '../../../main/sign-in/denials.ts';

test.each([
  ['access_denied', '', 'denied'],
  ['access_denied', 'AADSTS65004: User declined to consent to access the app.', 'denied'],
  ['consent_required', '', 'consent-needed'],
  ['interaction_required', '', 'consent-needed'],
  ['invalid_grant', 'AADSTS65001: The user or administrator has not consented.', 'consent-needed'],
  ['access_denied', 'AADSTS90094: An administrator has to allow it.', 'admin-needed'],
  ['access_denied', 'AADSTS900941: Administrator consent is required.', 'admin-needed'],
  ['invalid_grant', 'AADSTS50105: The user is not assigned to a role.', 'admin-needed'],
  ['temporarily_unavailable', '', 'temporary'],
  ['server_error', 'AADSTS90033: A transient error has occurred.', 'temporary'],
  ['invalid_client', '', 'set-up'],
  ['unauthorized_client', 'AADSTS700016: Application was not found in the directory.', 'set-up'],
  ['invalid_request', 'AADSTS50011: The redirect URI does not match.', 'set-up'],
  ['invalid_client', 'AADSTS7000218: The request body must contain client_secret.', 'set-up'],
  ['invalid_scope', '', 'set-up'],
  ['invalid_grant', '', 'other'],
  ['something_new', 'see AADSTS65001', 'other'],
  ['', '', 'other'],
])('%s %s means %s', (error, description, reason) => {
  expect(denialOf(error, description)).toBe(reason);
});

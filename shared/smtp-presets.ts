/** A well-known SMTP server, as its provider describes it. */
export interface SmtpPreset {
  /** Names it among the others; its host does so too. */
  id: string;
  name: string;
  host: string;
  port: number;
  tls: 'implicit' | 'starttls';
  /** With the password of the mailbox, one made for this app alone, or the token of a signed-in account. */
  login: 'password' | 'app-password' | 'account';
  /** What to know before it works; null where that is nothing. */
  note: string | null;
}

const GRAPH_INSTEAD =
  'Send by Microsoft Graph instead, which needs a signed-in account and nothing else, or sign in to this server with an account.';
const ALLOW_FIRST =
  'Allow access by POP3 and IMAP in the settings of the mailbox first. Where two-factor sign-in is on, it takes an app-specific password.';

/** The servers of well-known providers, by name. */
export const smtpPresets: readonly SmtpPreset[] = [
  {
    id: 'aol',
    name: 'AOL Mail',
    host: 'smtp.aol.com',
    port: 465,
    tls: 'implicit',
    login: 'app-password',
    note: 'AOL takes an app password, which you make in the security settings of your account. Your own password does not work.',
  },
  {
    id: 'fastmail',
    name: 'Fastmail',
    host: 'smtp.fastmail.com',
    port: 465,
    tls: 'implicit',
    login: 'app-password',
    note: 'Fastmail takes an app password, which you make in Settings > Privacy & Security. Your own password does not work.',
  },
  {
    id: 'gmail',
    name: 'Gmail',
    host: 'smtp.gmail.com',
    port: 465,
    tls: 'implicit',
    login: 'app-password',
    note: 'Google takes an app password, which it offers once 2-Step Verification is on. Your own password does not work.',
  },
  {
    id: 'gmx',
    name: 'GMX (gmx.net, gmx.de)',
    host: 'mail.gmx.net',
    port: 587,
    tls: 'starttls',
    login: 'password',
    note: ALLOW_FIRST,
  },
  {
    id: 'gmx-com',
    name: 'GMX (gmx.com)',
    host: 'mail.gmx.com',
    port: 587,
    tls: 'starttls',
    login: 'password',
    note: ALLOW_FIRST,
  },
  {
    id: 'icloud',
    name: 'iCloud Mail',
    host: 'smtp.mail.me.com',
    port: 587,
    tls: 'starttls',
    login: 'app-password',
    note: 'Apple takes an app-specific password, which you make in the settings of your Apple Account. Your own password does not work.',
  },
  {
    id: 'mailbox-org',
    name: 'mailbox.org',
    host: 'smtp.mailbox.org',
    port: 465,
    tls: 'implicit',
    login: 'password',
    note: 'Where two-factor sign-in is on, it takes an app password.',
  },
  {
    id: 'microsoft-365',
    name: 'Microsoft 365 (work or school)',
    host: 'smtp.office365.com',
    port: 587,
    tls: 'starttls',
    login: 'account',
    note: `Microsoft is ending passwords for this server. ${GRAPH_INSTEAD} That takes an administrator who allows SMTP for the mailbox.`,
  },
  {
    id: 'outlook-com',
    name: 'Outlook.com, Hotmail, Live',
    host: 'smtp-mail.outlook.com',
    port: 587,
    tls: 'starttls',
    login: 'account',
    note: `This server no longer takes passwords. ${GRAPH_INSTEAD}`,
  },
  {
    id: 'posteo',
    name: 'Posteo',
    host: 'posteo.de',
    port: 465,
    tls: 'implicit',
    login: 'password',
    note: null,
  },
  {
    id: 'proton-bridge',
    name: 'Proton Mail Bridge (on this computer)',
    host: '127.0.0.1',
    port: 1025,
    tls: 'starttls',
    login: 'app-password',
    note: 'Proton Mail Bridge has to run. Take user name, password and port from it, and export its TLS certificate: paste that below as certificate authority.',
  },
  {
    id: 't-online',
    name: 'Telekom (t-online.de)',
    host: 'securesmtp.t-online.de',
    port: 465,
    tls: 'implicit',
    login: 'app-password',
    note: 'Telekom takes the password for email programs, which you set in its customer centre. The one of your login does not work.',
  },
  {
    id: 'web-de',
    name: 'WEB.DE',
    host: 'smtp.web.de',
    port: 587,
    tls: 'starttls',
    login: 'password',
    note: ALLOW_FIRST,
  },
  {
    id: 'yahoo',
    name: 'Yahoo Mail',
    host: 'smtp.mail.yahoo.com',
    port: 465,
    tls: 'implicit',
    login: 'app-password',
    note: 'Yahoo takes an app password, which you make in the security settings of your account. Your own password does not work.',
  },
  {
    id: 'zoho',
    name: 'Zoho Mail',
    host: 'smtp.zoho.com',
    port: 465,
    tls: 'implicit',
    login: 'password',
    note: 'Where two-factor sign-in is on, it takes an app password. Accounts in Europe are at smtp.zoho.eu.',
  },
];

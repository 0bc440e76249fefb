/** A well-known SMTP server. */
export interface SmtpPreset {
  id: string;
  name: string;
  host: string;
  port: number;
  tls: 'implicit' | 'starttls';
  login: 'password' | 'app-password' | 'account';
  note: string | null;
}
export const smtpPresets: readonly SmtpPreset[] = [];

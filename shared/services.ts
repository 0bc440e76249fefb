/** Icons a service may be shown with: generic pictures, no trademarked logos. */
export type ServiceIcon =
  | 'mail'
  | 'calendar'
  | 'people'
  | 'cloud'
  | 'chat'
  | 'document'
  | 'table'
  | 'slides'
  | 'note'
  | 'tasks'
  | 'camera'
  | 'shield'
  | 'store'
  | 'game'
  | 'money'
  | 'video'
  | 'globe'
  | 'chart'
  | 'flow'
  | 'code'
  | 'server'
  | 'key'
  | 'apps'
  | 'search';

/** One Microsoft web app in the catalogue. */
export interface Service {
  /** Kebab-case, never reused. */
  id: string;
  name: string;
  /** One line on what it is for. */
  description: string;
  icon: ServiceIcon;
  /** Where it lives, per kind of account; a kind without an address does not have the service. */
  address: Readonly<Partial<Record<'personal' | 'work', string>>>;
  /** The query parameter that takes the account as sign-in hint, where the service honours one. */
  hint: 'login_hint' | null;
}

export const services: readonly Service[] = [];

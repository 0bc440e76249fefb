/** Icons a service may be shown with: generic pictures, no trademarked logos. */
export type ServiceIcon =
  | 'apps'
  | 'board'
  | 'building'
  | 'calendar'
  | 'camera'
  | 'chart'
  | 'chat'
  | 'cloud'
  | 'code'
  | 'document'
  | 'flow'
  | 'form'
  | 'game'
  | 'globe'
  | 'home'
  | 'key'
  | 'list'
  | 'mail'
  | 'money'
  | 'note'
  | 'people'
  | 'person'
  | 'search'
  | 'server'
  | 'shield'
  | 'slides'
  | 'sparkle'
  | 'store'
  | 'table'
  | 'tasks'
  | 'video';

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
  /** Its pages' titles say how much is unread. Elsewhere a number in a title is mostly part of a name, as in `New folder (2)`. */
  countsUnread?: true;
}

/**
 * Today's Microsoft web apps, in the order they are shown.
 *
 * A hint is given only where the web app is known to hand it on to the sign-in page: Outlook with its calendar and
 * contacts, and Teams for work. Elsewhere it would send the person's identifier to a page that ignores it.
 */
export const services: readonly Service[] = [
  // Mail and time
  {
    id: 'outlook',
    name: 'Outlook',
    description: 'Mail',
    icon: 'mail',
    address: { personal: 'https://outlook.live.com/mail/0/', work: 'https://outlook.office.com/mail/' },
    hint: 'login_hint',
    countsUnread: true,
  },
  {
    id: 'calendar',
    name: 'Calendar',
    description: 'Appointments and invitations',
    icon: 'calendar',
    address: { personal: 'https://outlook.live.com/calendar/0/', work: 'https://outlook.office.com/calendar/' },
    hint: 'login_hint',
  },
  {
    id: 'people',
    name: 'People',
    description: 'Contacts',
    icon: 'people',
    address: { personal: 'https://outlook.live.com/people/0/', work: 'https://outlook.office.com/people/' },
    hint: 'login_hint',
  },
  {
    id: 'to-do',
    name: 'To Do',
    description: 'Tasks and reminders',
    icon: 'tasks',
    address: { personal: 'https://to-do.live.com/tasks/', work: 'https://to-do.office.com/tasks/' },
    hint: null,
  },
  {
    id: 'bookings',
    name: 'Bookings',
    description: 'Appointments that others book',
    icon: 'calendar',
    address: { work: 'https://outlook.office.com/bookings/' },
    hint: null,
  },

  // Files and documents
  {
    id: 'onedrive',
    name: 'OneDrive',
    description: 'Files in the cloud',
    icon: 'cloud',
    address: { personal: 'https://onedrive.live.com/', work: 'https://m365.cloud.microsoft/launch/onedrive' },
    hint: null,
  },
  {
    id: 'microsoft-365',
    name: 'Microsoft 365',
    description: 'All apps and recent files',
    icon: 'home',
    address: { personal: 'https://m365.cloud.microsoft/', work: 'https://m365.cloud.microsoft/' },
    hint: null,
  },
  {
    id: 'word',
    name: 'Word',
    description: 'Documents',
    icon: 'document',
    address: { personal: 'https://word.cloud.microsoft/', work: 'https://word.cloud.microsoft/' },
    hint: null,
  },
  {
    id: 'excel',
    name: 'Excel',
    description: 'Spreadsheets',
    icon: 'table',
    address: { personal: 'https://excel.cloud.microsoft/', work: 'https://excel.cloud.microsoft/' },
    hint: null,
  },
  {
    id: 'powerpoint',
    name: 'PowerPoint',
    description: 'Presentations',
    icon: 'slides',
    address: { personal: 'https://powerpoint.cloud.microsoft/', work: 'https://powerpoint.cloud.microsoft/' },
    hint: null,
  },
  {
    id: 'onenote',
    name: 'OneNote',
    description: 'Notebooks',
    icon: 'note',
    address: { personal: 'https://onenote.cloud.microsoft/', work: 'https://onenote.cloud.microsoft/' },
    hint: null,
  },
  {
    id: 'forms',
    name: 'Forms',
    description: 'Surveys and quizzes',
    icon: 'form',
    address: { personal: 'https://forms.office.com/', work: 'https://forms.cloud.microsoft/' },
    hint: null,
  },
  {
    id: 'lists',
    name: 'Lists',
    description: 'Lists to track things with',
    icon: 'list',
    address: { personal: 'https://lists.live.com/', work: 'https://m365.cloud.microsoft/launch/lists' },
    hint: null,
  },
  {
    id: 'loop',
    name: 'Loop',
    description: 'Pages to think in together',
    icon: 'document',
    address: { personal: 'https://loop.cloud.microsoft/', work: 'https://loop.cloud.microsoft/' },
    hint: null,
  },
  {
    id: 'whiteboard',
    name: 'Whiteboard',
    description: 'A canvas to draw on together',
    icon: 'board',
    address: { personal: 'https://whiteboard.cloud.microsoft/', work: 'https://whiteboard.cloud.microsoft/' },
    hint: null,
  },
  {
    id: 'visio',
    name: 'Visio',
    description: 'Diagrams',
    icon: 'flow',
    address: { work: 'https://m365.cloud.microsoft/launch/visio' },
    hint: null,
  },
  {
    id: 'clipchamp',
    name: 'Clipchamp',
    description: 'Video editor',
    icon: 'video',
    address: { personal: 'https://app.clipchamp.com/', work: 'https://m365.cloud.microsoft/launch/clipchamp' },
    hint: null,
  },
  {
    id: 'designer',
    name: 'Designer',
    description: 'Pictures and layouts',
    icon: 'camera',
    address: { personal: 'https://designer.microsoft.com/' },
    hint: null,
  },

  // Assistant
  {
    id: 'copilot',
    name: 'Copilot',
    description: 'Chat with the assistant',
    icon: 'sparkle',
    address: { personal: 'https://copilot.microsoft.com/' },
    hint: null,
  },
  {
    id: 'copilot-365',
    name: 'Microsoft 365 Copilot',
    description: 'Chat about your work',
    icon: 'sparkle',
    address: { work: 'https://m365.cloud.microsoft/chat' },
    hint: null,
  },

  // Working together
  {
    id: 'teams',
    name: 'Teams',
    description: 'Chat, meetings and calls',
    icon: 'chat',
    address: { work: 'https://teams.microsoft.com/' },
    hint: 'login_hint',
    countsUnread: true,
  },
  {
    id: 'teams-free',
    name: 'Teams (free)',
    description: 'Chat, meetings and calls',
    icon: 'chat',
    address: { personal: 'https://teams.live.com/v2/' },
    hint: null,
    countsUnread: true,
  },
  {
    id: 'sharepoint',
    name: 'SharePoint',
    description: 'Sites and shared files',
    icon: 'globe',
    address: { work: 'https://m365.cloud.microsoft/launch/sharepoint' },
    hint: null,
  },
  {
    id: 'planner',
    name: 'Planner',
    description: 'Plans and tasks of a team',
    icon: 'tasks',
    address: { work: 'https://planner.cloud.microsoft/' },
    hint: null,
  },
  {
    id: 'viva-engage',
    name: 'Viva Engage',
    description: 'Communities at work',
    icon: 'people',
    address: { work: 'https://engage.cloud.microsoft/' },
    hint: null,
    countsUnread: true,
  },
  {
    id: 'stream',
    name: 'Stream',
    description: 'Videos at work',
    icon: 'video',
    address: { work: 'https://m365.cloud.microsoft/launch/stream' },
    hint: null,
  },

  // The account itself
  {
    id: 'account',
    name: 'Microsoft account',
    description: 'Profile and overview',
    icon: 'person',
    address: { personal: 'https://account.microsoft.com/' },
    hint: null,
  },
  {
    id: 'account-security',
    name: 'Security',
    description: 'Password and ways to sign in',
    icon: 'shield',
    address: { personal: 'https://account.microsoft.com/security' },
    hint: null,
  },
  {
    id: 'account-privacy',
    name: 'Privacy',
    description: 'Activity and data',
    icon: 'key',
    address: { personal: 'https://account.microsoft.com/privacy' },
    hint: null,
  },
  {
    id: 'subscriptions',
    name: 'Subscriptions',
    description: 'Services and renewals',
    icon: 'store',
    address: { personal: 'https://account.microsoft.com/services' },
    hint: null,
  },
  {
    id: 'payments',
    name: 'Payments',
    description: 'Cards, orders and invoices',
    icon: 'money',
    address: { personal: 'https://account.microsoft.com/billing/payments' },
    hint: null,
  },
  {
    id: 'devices',
    name: 'Devices',
    description: 'Your computers and consoles',
    icon: 'server',
    address: { personal: 'https://account.microsoft.com/devices' },
    hint: null,
  },
  {
    id: 'family-safety',
    name: 'Family Safety',
    description: 'Family group and limits',
    icon: 'people',
    address: { personal: 'https://family.microsoft.com/' },
    hint: null,
  },
  {
    id: 'my-account',
    name: 'My Account',
    description: 'Profile, devices and password',
    icon: 'person',
    address: { work: 'https://myaccount.microsoft.com/' },
    hint: null,
  },
  {
    id: 'security-info',
    name: 'Security info',
    description: 'Ways to sign in',
    icon: 'shield',
    address: { work: 'https://mysignins.microsoft.com/security-info' },
    hint: null,
  },
  {
    id: 'my-sign-ins',
    name: 'My sign-ins',
    description: 'Recent sign-in activity',
    icon: 'key',
    address: { work: 'https://mysignins.microsoft.com/' },
    hint: null,
  },
  {
    id: 'my-apps',
    name: 'My Apps',
    description: 'Apps of your organization',
    icon: 'apps',
    address: { work: 'https://myapps.microsoft.com/' },
    hint: null,
  },

  // Leisure and the web
  {
    id: 'xbox',
    name: 'Xbox',
    description: 'Games and Game Pass',
    icon: 'game',
    address: { personal: 'https://www.xbox.com/' },
    hint: null,
  },
  {
    id: 'rewards',
    name: 'Rewards',
    description: 'Points and what they buy',
    icon: 'money',
    address: { personal: 'https://rewards.bing.com/' },
    hint: null,
  },
  {
    id: 'bing',
    name: 'Bing',
    description: 'Search',
    icon: 'search',
    address: { personal: 'https://www.bing.com/' },
    hint: null,
  },
  {
    id: 'msn',
    name: 'MSN',
    description: 'News and weather',
    icon: 'globe',
    address: { personal: 'https://www.msn.com/' },
    hint: null,
  },
  {
    id: 'microsoft-store',
    name: 'Microsoft Store',
    description: 'Apps and games for Windows',
    icon: 'store',
    address: { personal: 'https://apps.microsoft.com/' },
    hint: null,
  },

  // Building
  {
    id: 'power-automate',
    name: 'Power Automate',
    description: 'Automated flows',
    icon: 'flow',
    address: { work: 'https://make.powerautomate.com/' },
    hint: null,
  },
  {
    id: 'power-apps',
    name: 'Power Apps',
    description: 'Apps without code',
    icon: 'apps',
    address: { work: 'https://make.powerapps.com/' },
    hint: null,
  },
  {
    id: 'power-bi',
    name: 'Power BI',
    description: 'Reports and dashboards',
    icon: 'chart',
    address: { work: 'https://app.powerbi.com/' },
    hint: null,
  },
  {
    id: 'fabric',
    name: 'Fabric',
    description: 'Data and analytics',
    icon: 'chart',
    address: { work: 'https://app.fabric.microsoft.com/' },
    hint: null,
  },
  {
    id: 'copilot-studio',
    name: 'Copilot Studio',
    description: 'Build assistants',
    icon: 'sparkle',
    address: { work: 'https://copilotstudio.microsoft.com/' },
    hint: null,
  },
  {
    id: 'dynamics-365',
    name: 'Dynamics 365',
    description: 'Business applications',
    icon: 'building',
    address: { work: 'https://home.dynamics.com/' },
    hint: null,
  },
  {
    id: 'azure-devops',
    name: 'Azure DevOps',
    description: 'Repositories, boards and pipelines',
    icon: 'code',
    address: { personal: 'https://aex.dev.azure.com/', work: 'https://aex.dev.azure.com/' },
    hint: null,
  },
  {
    id: 'azure-portal',
    name: 'Azure portal',
    description: 'Cloud resources',
    icon: 'server',
    address: { personal: 'https://portal.azure.com/', work: 'https://portal.azure.com/' },
    hint: null,
  },
  {
    id: 'learn',
    name: 'Microsoft Learn',
    description: 'Courses and documentation',
    icon: 'note',
    address: { personal: 'https://learn.microsoft.com/', work: 'https://learn.microsoft.com/' },
    hint: null,
  },
  {
    id: 'windows-365',
    name: 'Windows App',
    description: 'Cloud PCs and remote desktops',
    icon: 'server',
    address: { work: 'https://windows.cloud.microsoft/' },
    hint: null,
  },

  // Administration
  {
    id: 'admin-center',
    name: 'Microsoft 365 admin center',
    description: 'Users, licenses and billing',
    icon: 'building',
    address: { work: 'https://admin.cloud.microsoft/' },
    hint: null,
  },
  {
    id: 'entra',
    name: 'Entra admin center',
    description: 'Identities and access',
    icon: 'key',
    address: { work: 'https://entra.microsoft.com/' },
    hint: null,
  },
  {
    id: 'intune',
    name: 'Intune admin center',
    description: 'Devices and apps',
    icon: 'server',
    address: { work: 'https://intune.microsoft.com/' },
    hint: null,
  },
  {
    id: 'exchange-admin',
    name: 'Exchange admin center',
    description: 'Mailboxes and mail flow',
    icon: 'mail',
    address: { work: 'https://admin.cloud.microsoft/exchange' },
    hint: null,
  },
  {
    id: 'teams-admin',
    name: 'Teams admin center',
    description: 'Teams, meetings and policies',
    icon: 'chat',
    address: { work: 'https://admin.teams.microsoft.com/' },
    hint: null,
  },
  {
    id: 'power-platform-admin',
    name: 'Power Platform admin center',
    description: 'Environments and policies',
    icon: 'apps',
    address: { work: 'https://admin.powerplatform.microsoft.com/' },
    hint: null,
  },
  {
    id: 'defender',
    name: 'Defender',
    description: 'Security operations',
    icon: 'shield',
    address: { work: 'https://security.microsoft.com/' },
    hint: null,
  },
  {
    id: 'purview',
    name: 'Purview',
    description: 'Compliance and data governance',
    icon: 'shield',
    address: { work: 'https://purview.microsoft.com/' },
    hint: null,
  },
];

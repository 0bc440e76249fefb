export const words = {
  show: 'Show notifications',
  showHint:
    'When more is unread in a service that is open and not in front of you. They say whose it is and how much, never what: no sender and no subject.',
  badge: "Show how much is unread on Switchboard's icon",
  badgeHint:
    'The number is what Outlook, Teams and Viva Engage say in the titles of their pages. Other services say none.',
  quiet: 'Quiet hours',
  quietHint: 'No notifications in this time. What is unread is counted all the same.',
  quietAllDay: 'Both times are the same, so it is quiet all day.',
  from: 'From',
  until: 'Until',
  accounts: 'Accounts',
  accountsLead: 'Which of them show notifications, and whether they have quiet hours of their own.',
  search: 'Search accounts',
  noMatch: 'No account matches. Try fewer letters.',
  more: (count: number) => `${count.toLocaleString()} more. Type to narrow them down.`,
  notificationsOf: (identifier: string) => `Notifications of ${identifier}`,
  quietOf: (identifier: string) => `Quiet hours of ${identifier}`,
  quietChoices: { general: 'Quiet hours as above', none: 'No quiet hours', own: 'Own quiet hours' },
} as const;

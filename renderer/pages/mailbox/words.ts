export const words = {
  title: 'Local mailbox',
  barTitle: 'Codes stay on this computer.',
  bar: 'Switchboard sends its codes to itself and shows them here, until it quits. That is good for trying it out, but it proves nothing: an account linked with such a code is marked Practice.',
  messages: 'Messages',
  to: (to: string) => `To ${to}`,
  from: (from: string) => `From ${from}`,
  emptyTitle: 'No messages yet',
  empty: 'When you sign in or add an email or phone number, its verification code arrives here.',
  back: 'Back to the code',
  backToSignIn: 'Back to sign in',
  arrived: (subject: string, to: string) => `New message to ${to}: ${subject}`,
} as const;

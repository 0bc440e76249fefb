import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certificate } from './certificates.ts';

/** Where a test's Postfix listens. */
export const ADDRESS = '127.0.0.1';
/** The domain it takes mail for. */
export const DOMAIN = 'example.com';
/** Who may send. */
export const LOGIN = { user: `sender@${DOMAIN}`, pass: 'a password for tests' } as const;
/** The folder in which it delivers, and the Maildir of all addresses in there. */
const MAIL = 'mail';
export const INBOX = join(MAIL, 'inbox');

/** Files of who gives root up last. */
const NOBODY = 65_534;

/** What differs between two of them. */
export interface PostfixFolder {
  port: number;
  /** The port that speaks TLS from the first byte. */
  tlsPort: number;
  certificate: Certificate;
}

/** Writes everything that a Postfix needs into its folder, which has to be open to the users it runs as. Needs root. */
export function writePostfixFolder(folder: string, { port, tlsPort, certificate }: PostfixFolder): void {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('main.cf', mainCf(folder));
  // Postfix waits two seconds for whoever may still be writing a file that is new.
  utimesSync(join(folder, 'main.cf'), 0, 0);
  write('master.cf', masterCf(port, tlsPort));
  write('known-addresses', '!/^unknown/ inbox/\n');
  writeFileSync(join(folder, 'certificate.pem'), certificate.key + '\n' + certificate.cert, { mode: 0o600 });

  const owner = idOf('passwd', 'postfix');
  const group = idOf('group', 'postdrop');
  makeFolder(join(folder, 'queue'), 0o755);
  for (const name of QUEUES) makeFolder(join(folder, 'queue', name), 0o700, owner);
  makeFolder(join(folder, 'queue/pid'), 0o755);
  makeFolder(join(folder, 'queue/maildrop'), 0o730, owner, group);
  makeFolder(join(folder, 'queue/public'), 0o710, owner, group);
  makeFolder(join(folder, 'data'), 0o700, owner);
  makeFolder(join(folder, MAIL), 0o700, NOBODY);

  makeFolder(join(folder, 'sasl'), 0o755);
  write('sasl/smtpd.conf', saslConf(folder));
  const [user = '', realm = ''] = LOGIN.user.split('@');
  const logins = join(folder, 'logins');
  execFileSync('saslpasswd2', ['-c', '-p', '-f', logins, '-u', realm, user], { input: LOGIN.pass });
  chownSync(logins, owner, -1);
}

const QUEUES = [
  'active',
  'bounce',
  'corrupt',
  'defer',
  'deferred',
  'flush',
  'hold',
  'incoming',
  'private',
  'saved',
  'trace',
];

/** Nothing is relayed and nothing bounces outside: mail is for the domain, or it is refused at RCPT. */
const mainCf = (folder: string) => `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
maillog_file = ${folder}/log
maillog_file_prefixes = ${folder}
myhostname = mail.${DOMAIN}
mydestination =
inet_interfaces = ${ADDRESS}
inet_protocols = ipv4
mynetworks =
alias_maps =
alias_database =
default_transport = error:nothing leaves this server
smtpd_peername_lookup = no
# A client that makes mistakes is answered at once, and often.
smtpd_error_sleep_time = 0
smtpd_client_connection_count_limit = 0
in_flow_delay = 0
# Signing in takes TLS, sending takes signing in.
smtpd_tls_security_level = encrypt
smtpd_tls_chain_files = ${folder}/certificate.pem
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = cyrus
smtpd_sasl_path = smtpd
cyrus_sasl_config_path = ${folder}/sasl
smtpd_relay_restrictions = reject_unauth_destination
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
virtual_mailbox_domains = ${DOMAIN}
virtual_mailbox_base = ${folder}/${MAIL}
virtual_mailbox_maps = regexp:${folder}/known-addresses
virtual_uid_maps = static:${NOBODY}
virtual_gid_maps = static:${NOBODY}
`;

/** The services it has; nothing runs in a chroot. */
const masterCf = (port: number, tlsPort: number) => `
${ADDRESS}:${port} inet n - n - - smtpd
${ADDRESS}:${tlsPort} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
proxymap unix - - n - - proxymap
postlog unix-dgram n - n - 1 postlogd
`;

const saslConf = (folder: string) => `
pwcheck_method: auxprop
auxprop_plugin: sasldb
sasldb_path: ${folder}/logins
mech_list: PLAIN LOGIN
`;

function makeFolder(path: string, mode: number, owner = 0, group = -1): void {
  mkdirSync(path, { mode });
  chownSync(path, owner, group);
}

/** The number of a user or a group. */
function idOf(kind: 'passwd' | 'group', name: string): number {
  return Number(execFileSync('getent', [kind, name], { encoding: 'utf8' }).split(':')[2]);
}

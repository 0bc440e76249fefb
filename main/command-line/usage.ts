/** What `--help` prints, and what stands below a wrong use. */
export const USAGE = `Usage: switchboard [--data DIR] [COMMAND]

Without a command, Switchboard opens. With one, the running Switchboard does it:

  list [--json]                             list your accounts; * marks the active one
  switch IDENTIFIER                         make an account the active one
  open IDENTIFIER SERVICE [--personal|--work]
                                            switch to an account and open a service
  link [IDENTIFIER]                         show where another account is added

IDENTIFIER is an email address or a phone number, the beginning of one, or the
name you gave the account. SERVICE is a name like Outlook, or its beginning.

  --data DIR    use the data in DIR
  --hidden      start without a window, where there is a tray
  --help        print this
  --version     print the version

Exit status: 0 done, 1 refused, 2 wrong use, 3 not running and not to be started.`;

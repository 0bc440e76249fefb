import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { Pause16Regular } from '@fluentui/react-icons/svg/pause';
import { Play16Regular } from '@fluentui/react-icons/svg/play';
import { useId } from 'react';
import type { Download } from '../../shared/domain/tab.ts';
import { AccountAvatar } from '../components/account-avatar.tsx';
import { api } from '../ipc/client.ts';
import { useAccount } from '../stores/snapshot.ts';
import { stateWords, words } from './words.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '40px',
    paddingInline: tokens.spacingHorizontalM,
  },
  text: { flexGrow: 1, minWidth: 0 },
  line: { display: 'flex', gap: tokens.spacingHorizontalS, whiteSpace: 'nowrap' },
  name: { minWidth: '40px', overflow: 'hidden', textOverflow: 'ellipsis' },
  state: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  show: { whiteSpace: 'nowrap', flexShrink: 0 },
});

/** One download: how far it is, and what can be done with it. Its file is never opened, only shown. */
export function DownloadRow({ download }: { download: Download }) {
  const styles = useStyles();
  const nameId = useId();
  const account = useAccount(download.accountId);
  const { fileName, state, receivedBytes, totalBytes } = download;
  const isOpen = state === 'running' || state === 'paused';
  return (
    <li className={styles.root}>
      {account && (
        <span title={account.identifier.display}>
          <AccountAvatar account={account} size={24} />
        </span>
      )}
      <div className={styles.text}>
        <div className={styles.line}>
          <span id={nameId} className={styles.name} title={fileName}>
            <bdi>{fileName}</bdi>
          </span>
          <span className={styles.state}>{stateWords(download)}</span>
        </div>
        {isOpen && (
          <ProgressBar
            aria-labelledby={nameId}
            max={totalBytes ?? 1}
            value={totalBytes === null ? undefined : receivedBytes}
          />
        )}
      </div>
      <Actions download={download} />
    </li>
  );
}

function Actions({ download: { id, fileName, state } }: { download: Download }) {
  const styles = useStyles();
  const act = (action: 'pause' | 'resume' | 'cancel' | 'show' | 'forget') => void api.downloads.act({ id, action });
  const button = { size: 'small', appearance: 'subtle' } as const;
  if (state === 'running' || state === 'paused') {
    const isRunning = state === 'running';
    return (
      <>
        <Button
          {...button}
          icon={isRunning ? <Pause16Regular /> : <Play16Regular />}
          aria-label={isRunning ? words.pause(fileName) : words.resume(fileName)}
          onClick={() => act(isRunning ? 'pause' : 'resume')}
        />
        <Button
          {...button}
          icon={<Dismiss16Regular />}
          aria-label={words.cancel(fileName)}
          onClick={() => act('cancel')}
        />
      </>
    );
  }
  return (
    <>
      {state === 'done' && (
        <Button size="small" className={styles.show} onClick={() => act('show')}>
          {words.show}
        </Button>
      )}
      <Button
        {...button}
        icon={<Dismiss16Regular />}
        aria-label={words.dismiss(fileName)}
        onClick={() => act('forget')}
      />
    </>
  );
}

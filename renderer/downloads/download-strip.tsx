import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Download } from '../../shared/domain/tab.ts';
import { announce } from '../components/announce.tsx';
import { useDownloads } from '../stores/downloads.ts';
import { DownloadRow } from './download-row.tsx';
import { announcementFor, words } from './words.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    boxSizing: 'border-box',
    maxHeight: 'min(132px, 25vh)',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

/** What pages gave to be saved, at the bottom of the window, until it is dismissed. */
export function DownloadStrip() {
  const styles = useStyles();
  const downloads = useDownloads((state) => state.downloads);
  useAnnounced(downloads);
  return (
    <section aria-label={words.downloads} className={styles.root}>
      <ul aria-label={words.downloads} className={styles.list}>
        {downloads.map((download) => (
          <DownloadRow key={download.id} download={download} />
        ))}
      </ul>
    </section>
  );
}

/** Has beginning and end of each download read out, and nothing between. */
function useAnnounced(downloads: readonly Download[]): void {
  const told = useRef(new Map<string, Download['state']>());
  useEffect(() => {
    for (const download of downloads) {
      const { id, state } = download;
      const before = told.current.get(id);
      told.current.set(id, state);
      // One that is over when it is first seen is no news.
      const isNews = before === undefined ? state === 'running' : before !== state && before !== 'paused';
      const text = announcementFor(download);
      if (isNews && text !== null) announce(text);
    }
  }, [downloads]);
}

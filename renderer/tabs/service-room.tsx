import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Tab, TabId } from '../../shared/domain/tab.ts';
import { api } from '../ipc/client.ts';
import { usePlacedView } from './use-placed-view.ts';

const useStyles = makeStyles({
  root: { position: 'relative', flexGrow: 1, minHeight: 0, overflow: 'hidden' },
  picture: { position: 'absolute', inset: 0, width: '100%', height: '100%' },
});

/** The room of the page, which main draws above ours. */
export function ServiceRoom({ tab }: { tab: Tab }) {
  const styles = useStyles();
  const room = useRef<HTMLDivElement>(null);
  const covered = usePlacedView(room, tab.id);
  const asleep = usePictureAsleep(tab);
  const picture = covered ?? asleep;
  return (
    <div ref={room} className={styles.root}>
      {picture !== null && <img className={styles.picture} src={picture} alt="" />}
    </div>
  );
}

/** What a page looked like before it went to sleep, until it is back; null where it was awake. */
function usePictureAsleep({ id, isAsleep, isLoading }: Tab): string | null {
  const [kept, setKept] = useState<{ of: TabId; picture: string | null } | null>(null);
  const isComing = isAsleep || isLoading;
  useEffect(() => {
    if (!isComing) return;
    void api.tabs.picture({ tabId: id }).then((answer) => {
      if (answer.ok) setKept({ of: id, picture: answer.value.picture });
      return answer;
    });
  }, [id, isComing]);
  return isComing && kept?.of === id ? kept.picture : null;
}

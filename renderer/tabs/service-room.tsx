import { makeStyles } from '@fluentui/react-components';
import { useRef } from 'react';
import type { Tab } from '../../shared/domain/tab.ts';
import { usePlacedView } from './use-placed-view.ts';

const useStyles = makeStyles({
  root: { position: 'relative', flexGrow: 1, minHeight: 0, overflow: 'hidden' },
  picture: { position: 'absolute', inset: 0, width: '100%', height: '100%' },
});

/** The room of the page, which main draws above ours. */
export function ServiceRoom({ tab }: { tab: Tab }) {
  const styles = useStyles();
  const room = useRef<HTMLDivElement>(null);
  const picture = usePlacedView(room, tab.id);
  return (
    <div ref={room} className={styles.root}>
      {picture !== null && <img className={styles.picture} src={picture} alt="" />}
    </div>
  );
}

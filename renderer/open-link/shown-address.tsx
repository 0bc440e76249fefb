import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    // A long address scrolls, and its host, which stands first, stays in view at first sight.
    flexShrink: 0,
    maxHeight: '96px',
    overflowY: 'auto',
    overflowWrap: 'anywhere',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    unicodeBidi: 'isolate',
    direction: 'ltr',
  },
  host: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  address: string;
  className?: string;
}

/** An address with its host emphasised: the part that says whose it is. */
export function ShownAddress({ address, className }: Props) {
  const styles = useStyles();
  const host = URL.parse(address)?.host ?? '';
  const at = host === '' ? -1 : address.toLowerCase().indexOf(host);
  const end = at + host.length;
  return (
    <div className={mergeClasses(styles.root, className)}>
      {at < 0 ? (
        address
      ) : (
        <>
          {address.slice(0, at)}
          <span className={styles.host}>{address.slice(at, end)}</span>
          {address.slice(end)}
        </>
      )}
    </div>
  );
}

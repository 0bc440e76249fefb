import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { splitAddress } from './address.ts';
import { copyAddress } from './copy-address.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  root: {
    flexGrow: 1,
    minWidth: 0,
    height: '28px',
    display: 'flex',
    alignItems: 'center',
    marginInline: tokens.spacingHorizontalXS,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
  },
  text: { flexGrow: 1, minWidth: 0, display: 'flex', whiteSpace: 'nowrap', userSelect: 'text' },
  quiet: { color: tokens.colorNeutralForeground3 },
  before: { flexShrink: 0, '@media (max-width: 480px)': { display: 'none' } },
  // What makes a host whose it is stands at its end, so it is the beginning that gives way.
  host: {
    flexShrink: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    direction: 'rtl',
    fontWeight: tokens.fontWeightSemibold,
  },
  after: { flexShrink: 10_000, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  copy: { minWidth: 0, '@media (max-width: 480px)': { display: 'none' } },
});

/** Where the page is, its host before all. Only told: a service is left by its own links. */
export function AddressLine({ address }: { address: string }) {
  const styles = useStyles();
  const { before, host, after } = splitAddress(address);
  return (
    <div className={styles.root}>
      <span className={styles.text} title={address} dir="ltr" data-address>
        <span className={`${styles.quiet} ${styles.before}`}>{before}</span>
        <span className={styles.host}>
          <bdi dir="ltr">{host}</bdi>
        </span>
        <span className={`${styles.quiet} ${styles.after}`}>{after}</span>
      </span>
      <Button
        size="small"
        appearance="transparent"
        className={styles.copy}
        aria-label={words.copyAddress}
        title={words.copyAddress}
        icon={<Copy16Regular />}
        onClick={() => void copyAddress(address)}
      />
    </div>
  );
}

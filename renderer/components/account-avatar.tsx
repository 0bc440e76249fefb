import { makeStyles, tokens } from '@fluentui/react-components';
import type { Account } from '../../shared/domain/account.ts';
import { colors } from '../colors.ts';
import { usePicture } from '../stores/pictures.ts';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    overflow: 'hidden',
    display: 'inline-flex',
    flexShrink: 0,
    alignItems: 'center',
    justifyContent: 'center',
    borderRadius: tokens.borderRadiusCircular,
    fontWeight: tokens.fontWeightSemibold,
    userSelect: 'none',
    // In forced colours the system drops the background; the border keeps the shape.
    border: '1px solid transparent',
  },
  // Over the initials, which stay where it cannot be drawn.
  picture: { position: 'absolute', inset: 0, width: '100%', height: '100%', objectFit: 'cover' },
});

interface Props {
  account: Pick<Account, 'id' | 'initials' | 'color' | 'picture'>;
  /** The diameter in pixels. */
  size?: number;
}

/** The account's picture, or its initials on its colour. Only to be looked at: the identifier stands beside it in text. */
export function AccountAvatar({ account, size = 32 }: Props) {
  const styles = useStyles();
  const picture = usePicture(account);
  const color = colors[account.color] ?? colors[0];
  return (
    <span
      aria-hidden
      className={styles.root}
      style={{
        width: size,
        height: size,
        fontSize: Math.round(size * 0.4),
        backgroundColor: color.background,
        color: color.foreground,
      }}
    >
      {account.initials}
      {picture !== null && <img className={styles.picture} src={picture} alt="" />}
    </span>
  );
}

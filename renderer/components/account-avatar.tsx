import { makeStyles, tokens } from '@fluentui/react-components';
import type { Account } from '../../shared/domain/account.ts';
import { colors } from '../colors.ts';

const useStyles = makeStyles({
  root: {
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
});

interface Props {
  account: Pick<Account, 'initials' | 'color'>;
  /** The diameter in pixels. */
  size?: number;
}

/** The account's initials on its colour. Only a picture: the identifier stands beside it in text. */
export function AccountAvatar({ account, size = 32 }: Props) {
  const color = colors[account.color] ?? colors[0];
  return (
    <span
      aria-hidden
      className={useStyles().root}
      style={{
        width: size,
        height: size,
        fontSize: Math.round(size * 0.4),
        backgroundColor: color.background,
        color: color.foreground,
      }}
    >
      {account.initials}
    </span>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import type { Account } from '../../shared/domain/account.ts';
import type { Group } from '../../shared/domain/group.ts';
import { colors } from '../colors.ts';
import { useSnapshot } from '../stores/snapshot.ts';

const narrow = '@media (max-width: 519px)';

const useStyles = makeStyles({
  root: {
    display: 'inline-block',
    boxSizing: 'border-box',
    flexShrink: 1,
    minWidth: 0,
    maxWidth: '180px',
    [narrow]: { maxWidth: '100px' },
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusCircular,
    // In forced colours the system drops the background; the border keeps the shape.
    border: '1px solid transparent',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
});

/** A group by its colour and name. */
export function GroupChip({ group: { name, color } }: { group: Pick<Group, 'name' | 'color'> }) {
  const { background, foreground } = colors[color] ?? colors[0];
  return (
    <span className={useStyles().root} title={name} style={{ backgroundColor: background, color: foreground }}>
      {name}
    </span>
  );
}

/** The group that an account is in; nothing where it is in none. */
export function AccountGroup({ account: { groupId } }: { account: Pick<Account, 'groupId'> }) {
  const group = useSnapshot(({ accounts }) => accounts.groups.find(({ id }) => id === groupId));
  return group && <GroupChip group={group} />;
}

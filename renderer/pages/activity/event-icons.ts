import { ArrowSwap20Regular } from '@fluentui/react-icons/svg/arrow-swap';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { Link20Regular } from '@fluentui/react-icons/svg/link';
import { LockClosed20Regular } from '@fluentui/react-icons/svg/lock-closed';
import { Person20Regular } from '@fluentui/react-icons/svg/person';
import { PersonStar20Regular } from '@fluentui/react-icons/svg/person-star';
import { PlugDisconnected20Regular } from '@fluentui/react-icons/svg/plug-disconnected';
import { ShieldCheckmark20Regular } from '@fluentui/react-icons/svg/shield-checkmark';
import { ShieldDismiss20Regular } from '@fluentui/react-icons/svg/shield-dismiss';
import type { FluentIcon } from '@fluentui/react-icons';
import type { ActivityEvent } from '../../../shared/domain/activity.ts';

/** A picture for each kind of event; what it says stands beside it in words. */
export const eventIcons: Readonly<Record<ActivityEvent, FluentIcon>> = {
  'signed-in': Person20Regular,
  linked: Link20Regular,
  'proven-again': ShieldCheckmark20Regular,
  switched: ArrowSwap20Regular,
  'made-primary': PersonStar20Regular,
  removed: Delete20Regular,
  restored: ArrowUndo20Regular,
  'sign-in-lost': PlugDisconnected20Regular,
  refused: ShieldDismiss20Regular,
  'challenge-locked': LockClosed20Regular,
};

import { MenuItemRadio } from '@fluentui/react-components';
import type { AccountKind } from '../../../shared/domain/account.ts';
import { kindWords } from '../../words/account.ts';

const kinds: readonly AccountKind[] = ['personal', 'work', 'unknown'];

/** What a menu that holds `KindItems` says is checked. */
export function checkedKind(kind: AccountKind): Record<string, string[]> {
  return { kind: [kind] };
}

/** The kinds of account as radio items of a menu. */
export function KindItems({ onPick }: { onPick(kind: AccountKind): void }) {
  return kinds.map((kind) => (
    <MenuItemRadio key={kind} name="kind" value={kind} onClick={() => onPick(kind)}>
      {kindWords[kind]}
    </MenuItemRadio>
  ));
}

import type { Account } from '../../shared/domain/account.ts';
import { Question } from '../components/question.tsx';
import { words } from './words.ts';

interface Props {
  account: Account;
  onErase(): void;
  onClose(): void;
}

/** The primary account cannot leave alone while no other can take its place. */
export function OnlyAccount({ account, onErase, onClose }: Props) {
  return (
    <Question title={words.title} action={words.erase} error={null} onAction={onErase} onClose={onClose}>
      <span>{words.onlyOne(account.identifier.display)}</span>
    </Question>
  );
}

import { Button, Field, Select, Text } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { AccountId } from '../../../../shared/domain/account.ts';
import type { SiteAnswer } from '../../../../shared/domain/tab.ts';
import { ErrorMessage } from '../../../components/error-message.tsx';
import { useCommand } from '../../../components/use-command.ts';
import { api } from '../../../ipc/client.ts';
import { activeAccount, useSnapshot } from '../../../stores/snapshot.ts';
import { hostOf, permissionWords } from '../../../tabs/permission-words.ts';
import { useCardStyles } from '../use-card-styles.ts';
import { useListStyles } from './use-list-styles.ts';
import { words } from './words.ts';

/** What the pages of an account were allowed and refused, to be taken back one by one. */
export function SiteAnswers() {
  const card = useCardStyles();
  const list = useListStyles();
  const accounts = useSnapshot((snapshot) => snapshot.accounts.accounts);
  const active = useSnapshot(activeAccount);
  const [picked, setPicked] = useState<AccountId>();
  // The picked one may be removed meanwhile.
  const shown = accounts.find(({ id }) => id === picked) ?? active;
  if (shown === undefined) return null;
  return (
    <section aria-labelledby="answers" className={card.card}>
      <h3 id="answers" className={card.heading}>
        {words.answersTitle}
      </h3>
      <Text className={card.quiet}>{words.answersLead}</Text>
      <Field label={words.account}>
        <Select
          className={list.select}
          value={shown.id}
          onChange={(_, { value }) => setPicked(accounts.find(({ id }) => id === value)?.id)}
        >
          {accounts.map(({ id, identifier }) => (
            <option key={id} value={id}>
              {identifier.display}
            </option>
          ))}
        </Select>
      </Field>
      <Answers key={shown.id} accountId={shown.id} />
    </section>
  );
}

function Answers({ accountId }: { accountId: AccountId }) {
  const list = useListStyles();
  const card = useCardStyles();
  const { error, run } = useCommand();
  const [answers, setAnswers] = useState<SiteAnswer[]>();
  useEffect(() => {
    void run(api.permissions.list({ accountId })).then((found) => found && setAnswers(found));
  }, [accountId, run]);
  const forget = async (answer: SiteAnswer) => {
    const { origin, permission } = answer;
    if ((await run(api.permissions.forget({ accountId, origin, permission }))) === null) return;
    setAnswers((now) => now?.filter((other) => other !== answer));
  };
  return (
    <>
      {answers?.length === 0 && <Text className={card.quiet}>{words.noAnswers}</Text>}
      {answers !== undefined && answers.length > 0 && (
        <ul aria-label={words.answers} className={list.list}>
          {answers.map((answer) => (
            <li key={`${answer.origin} ${answer.permission}`} className={list.item}>
              <span className={list.text}>{sentence(answer)}</span>
              <Button size="small" aria-label={words.forgetWhat(sentence(answer))} onClick={() => void forget(answer)}>
                {words.forget}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {error && <ErrorMessage error={error} />}
    </>
  );
}

function sentence({ origin, permission, isAllowed }: SiteAnswer): string {
  return `${hostOf(origin)} ${isAllowed ? words.allowed : words.refused} ${permissionWords[permission]}`;
}

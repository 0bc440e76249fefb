import { Badge, type BadgeProps } from '@fluentui/react-components';
import type { Account, Proof } from '../../shared/domain/account.ts';
import { proofWords } from '../words/account.ts';
import { strengthWords } from '../words/en.ts';

const colors: Readonly<Record<Proof['strength'], BadgeProps['color']>> = {
  practice: 'warning',
  'text-message': 'informative',
  email: 'brand',
  'sign-in': 'success',
};

/** How strongly an account is proven, and whether it has to sign in again. */
export function ProofBadge({ account: { proof, signInAgain } }: { account: Pick<Account, 'proof' | 'signInAgain'> }) {
  return (
    <>
      <Badge appearance="tint" color={colors[proof.strength]} title={strengthWords[proof.strength]}>
        {proofWords(proof)}
      </Badge>
      {signInAgain && (
        <Badge
          appearance="tint"
          color="danger"
          title="The provider no longer lets this account send codes. Sign in again to go on."
        >
          Sign in again
        </Badge>
      )}
    </>
  );
}

import type { ShownWay } from '../../../../../shared/domain/way.ts';
import { graphCodec } from '../fields.ts';
import { SendTest } from '../parts/send-test.tsx';
import { SendingAccount } from '../parts/sending-account.tsx';
import { SetUpPage } from '../parts/set-up-page.tsx';
import { useSetUpForm } from '../use-set-up-form.ts';

/** Mail from a signed-in Microsoft account. */
export function GraphForm({ way }: { way: ShownWay }) {
  const form = useSetUpForm(way, graphCodec);
  return (
    <SetUpPage form={form} test={<SendTest form={form} carrier="graph" to="email" />}>
      <SendingAccount field={form.field('accountId')} carrier="graph" />
    </SetUpPage>
  );
}

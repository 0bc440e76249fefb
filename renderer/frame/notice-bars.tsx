import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { useNotices } from '../stores/notices.ts';

/** What the person should know that belongs to no field, until they dismiss it. */
export function NoticeBars() {
  const { notices, dismiss } = useNotices();
  if (notices.length === 0) return null;
  return (
    <section aria-label="Notices">
      {notices.map(({ id, intent, text }) => (
        <MessageBar key={id} intent={intent} layout="multiline" shape="square">
          <MessageBarBody>{text}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                icon={<Dismiss20Regular />}
                aria-label="Dismiss this notice"
                onClick={() => dismiss(id)}
              />
            }
          />
        </MessageBar>
      ))}
    </section>
  );
}

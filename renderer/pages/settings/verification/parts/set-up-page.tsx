import { Button, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { type KeyboardEvent, type ReactNode, type SubmitEvent, useEffect, useRef } from 'react';
import { ErrorMessage } from '../../../../components/error-message.tsx';
import { useView } from '../../../../stores/view.ts';
import type { SetUpForm } from '../use-set-up-form.ts';
import { words, descriptions } from '../words.ts';
import { RemoveSetUp } from './remove-set-up.tsx';
import { useCardStyles } from '../../use-card-styles.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '640px' },
  back: { alignSelf: 'flex-start', marginInlineStart: '-12px' },
  heading: { ...typographyStyles.subtitle1, margin: 0, outlineStyle: 'none' },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
  footer: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

interface Props {
  form: Omit<SetUpForm<never>, 'field'>;
  children: ReactNode;
  /** Tries what is set up. */
  test: ReactNode;
}

const back = () => useView.getState().openSettings('verification');

/** The page of one way: how it is set up, and a test of it. Escape and the button on top lead back to all of them. */
export function SetUpPage({ form, children, test }: Props) {
  const styles = useStyles();
  const card = useCardStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { title, about } = descriptions[form.way.name];

  function leaveOnEscape(event: KeyboardEvent) {
    if (event.key === 'Escape' && !event.defaultPrevented) back();
  }
  function save(event: SubmitEvent) {
    event.preventDefault();
    void form.save();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape anywhere in it leads back
    <section aria-labelledby="set-up" className={styles.root} onKeyDown={leaveOnEscape}>
      <Button appearance="transparent" className={styles.back} icon={<ArrowLeft20Regular />} onClick={back}>
        {words.back}
      </Button>
      <div className={styles.head}>
        <h2 id="set-up" ref={heading} tabIndex={-1} className={styles.heading}>
          {title}
        </h2>
        <Text className={styles.quiet}>{about}</Text>
      </div>
      <form noValidate className={card.card} onSubmit={save}>
        {children}
        {form.error && <ErrorMessage error={form.error} />}
        <div className={styles.footer}>
          <Button type="submit" appearance="primary" disabledFocusable={form.busy}>
            {words.save}
          </Button>
          {form.way.setUp !== null && <RemoveSetUp name={form.way.name} />}
          <Text size={200} className={styles.quiet}>
            {form.typed ? words.unsaved : form.way.setUp !== null && words.saved}
          </Text>
        </div>
      </form>
      {test}
    </section>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircle16Regular } from '@fluentui/react-icons/svg/error-circle';
import type { AppError } from '../../shared/errors.ts';
import { wordsFor } from '../../shared/words/errors.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    marginTop: tokens.spacingVerticalXS,
    color: tokens.colorPaletteRedForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  icon: { flexShrink: 0 },
});

/** A refusal in words, next to what it is about. `id` lets the field name it in `aria-describedby`. */
export function ErrorMessage({ error, id }: { error: AppError; id?: string }) {
  const styles = useStyles();
  return (
    <div role="alert" id={id} className={styles.root}>
      <ErrorCircle16Regular className={styles.icon} aria-hidden />
      <span>{wordsFor(error)}</span>
    </div>
  );
}

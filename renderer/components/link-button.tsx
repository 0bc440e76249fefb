import { Link, makeStyles, type useRestoreFocusTarget } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  // In high contrast a button has the colour of text; the line under it says that it can be clicked.
  root: { '@media (forced-colors: active)': { textDecorationLine: 'underline' } },
});

type Props = Partial<ReturnType<typeof useRestoreFocusTarget>> & {
  'aria-description'?: string;
  onClick(): void;
  children: ReactNode;
};

/** A button that looks like a link: for what is not the next thing to do. */
export function LinkButton(props: Props) {
  return <Link as="button" type="button" className={useStyles().root} {...props} />;
}

import { makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { useId } from 'react';
import type { ProofStrength } from '../../../../shared/domain/names.ts';
import type { SetUpName } from '../../../../shared/domain/way.ts';
import { useWays } from '../../../stores/ways.ts';
import { WayRow } from './way-row.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '& > li + li': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
});

interface Props {
  title: string;
  note: string;
  strength: ProofStrength;
  last: SetUpName | undefined;
}

/** The ways that are as strong as each other. */
export function WayGroup({ title, note, strength, last }: Props) {
  const styles = useStyles();
  const ways = useWays((state) => state.ways) ?? [];
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.root}>
      <h3 id={id} className={styles.heading}>
        {title}
      </h3>
      <Text size={200} className={styles.quiet}>
        {note}
      </Text>
      <ul aria-labelledby={id} className={styles.list}>
        {ways
          .filter((way) => way.strength === strength)
          .map((way) => (
            <WayRow key={way.name} way={way} takeFocus={way.name === last} />
          ))}
      </ul>
    </section>
  );
}

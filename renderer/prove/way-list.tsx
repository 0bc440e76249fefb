import { makeStyles, mergeClasses, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { FittingWay, WayName } from '../../shared/domain/way.ts';
import { LinkButton } from '../components/link-button.tsx';
import { useView } from '../stores/view.ts';
import { riskWords, wayProblemWords, wayWords } from '../words/ways.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  way: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  // Fluent greys what is not picked, which then looks as if it could not be.
  usable: { color: tokens.colorNeutralForeground1 },
  risk: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  // In grey on grey it could not be read, and it is what helps on.
  problem: { color: tokens.colorNeutralForeground1, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  /** Strongest first. */
  ways: readonly FittingWay[];
  picked: WayName | null;
  onPick(name: WayName): void;
}

/** The ways of proving, each with what it rests on or why it cannot be used now (security: C15). */
export function WayList({ ways, picked, onPick }: Props) {
  const styles = useStyles();
  const label = useId();
  function pick(value: string) {
    const way = ways.find(({ name }) => name === value);
    if (way) onPick(way.name);
  }
  return (
    <div className={styles.root}>
      <Text weight="semibold" id={label}>
        How do you want to prove it?
      </Text>
      <RadioGroup aria-labelledby={label} value={picked ?? ''} onChange={(_, { value }) => pick(value)}>
        {ways.map((way) => (
          <Radio
            key={way.name}
            value={way.name}
            disabled={way.problem !== null}
            label={
              <span className={styles.way}>
                <span className={mergeClasses(styles.name, way.problem === null && styles.usable)}>
                  {wayWords(way)}
                </span>
                {way.problem === null ? (
                  <span className={styles.risk}>{riskWords(way)}</span>
                ) : (
                  <span className={styles.problem}>{wayProblemWords[way.problem]}</span>
                )}
              </span>
            }
          />
        ))}
      </RadioGroup>
      {ways.some(({ problem }) => problem !== null) && (
        <div>
          <LinkButton onClick={() => useView.getState().openSettings('verification')}>
            Open Settings &gt; Verification
          </LinkButton>
        </div>
      )}
    </div>
  );
}

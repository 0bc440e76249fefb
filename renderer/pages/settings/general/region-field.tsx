import { Field, makeStyles, Select } from '@fluentui/react-components';
import { useMemo } from 'react';
import { regionName, regions } from '../../../words/regions.ts';
import { useChange } from './use-change.ts';

const useStyles = makeStyles({
  select: { maxWidth: '320px' },
});

interface Props {
  /** `system`, or an ISO 3166-1 alpha-2 code. */
  region: string;
  /** The region of the system. */
  system: string;
}

export function RegionField({ region, system }: Props) {
  const { change, refusal } = useChange();
  const all = useMemo(() => regions(), []);
  return (
    <Field
      label="Region for phone numbers"
      hint="For numbers typed without a country code. With a + and the country code every number works."
      {...refusal}
    >
      <Select className={useStyles().select} value={region} onChange={(_, { value }) => change({ phoneRegion: value })}>
        <option value="system">System ({regionName(system)})</option>
        {all.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

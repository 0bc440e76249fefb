import { Badge } from '@fluentui/react-components';
import { practiceWords } from '../words/en.ts';

/** Marks an account whose only proof is a code that never left this computer. */
export function PracticeBadge() {
  return (
    <Badge appearance="tint" color="warning" title={practiceWords}>
      Practice
    </Badge>
  );
}

import type { FieldProps } from '../use-set-up-form.ts';
import { TextField } from './text-field.tsx';

/** How many text messages may be sent, so that nobody runs up costs (security: D9). */
export function LimitField(field: FieldProps) {
  return (
    <TextField
      {...field}
      numeric
      label="At most this many messages in 30 days"
      hint="Beyond that nothing is sent, so that your bill has a limit."
    />
  );
}

/** What stands below a field: what is wrong with it, else its hint. */
export function below(refusal: string | null, hint: string | undefined) {
  if (refusal !== null) return { validationState: 'error', validationMessage: refusal } as const;
  return hint ? { hint } : {};
}

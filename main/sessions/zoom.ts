/** The steps of Chromium's own zoom, in percent. */
const STEPS = [25, 33, 50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400, 500];

/** The zoom a step in or out from `percent`; at an end it stays. */
export function zoomed(percent: number, change: 'in' | 'out' | 'reset'): number {
  if (change === 'reset') return 100;
  if (change === 'in') return STEPS.find((step) => step > percent) ?? percent;
  return STEPS.findLast((step) => step < percent) ?? percent;
}

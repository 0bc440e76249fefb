import type { Task } from 'tinybench';

/** One measured figure beside its aim. */
export interface Figure {
  what: string;
  value: number;
  /** Empty for a mere number. */
  unit: 'ms' | 'µs' | 'x' | 'KB' | 'MB' | '';
  /** The figure should not be above this. */
  aim?: number;
  /** What it was measured against, and how. */
  note?: string;
}

const figures: Figure[] = [];

/** Prints a figure at once, with whether it meets its aim. */
export function tell(figure: Figure): void {
  figures.push(figure);
  const { what, value, unit, aim, note } = figure;
  const mark = aim === undefined ? ' ' : value <= aim ? '✓' : '✗';
  const wanted = aim === undefined ? '' : `  (aim: at most ${aim} ${unit})`;
  console.log(`${mark} ${what}: ${value.toFixed(value < 10 ? 2 : 0)} ${unit}${wanted}${note ? `  ${note}` : ''}`);
}

/** How many figures missed their aim. */
export function missed(): number {
  return figures.filter(({ aim, value }) => aim !== undefined && value > aim).length;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The median latency of a task that was run, in ms; throws where it failed. */
export function middle({ name, result }: Task): number {
  if (result.state !== 'completed') throw new Error(`${name} did not run: ${result.state}`);
  return result.latency.p50;
}

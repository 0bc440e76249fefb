import type { Log, LogEvent } from '../../main/log.ts';

/** A log that keeps what it was told. */
export interface RecordingLog extends Log {
  readonly events: { name: LogEvent; fields: object }[];
  readonly faults: unknown[];
}

export function recordingLog(): RecordingLog {
  const events: RecordingLog['events'] = [];
  const faults: unknown[] = [];
  return {
    events,
    faults,
    event: (name, fields = {}) => void events.push({ name, fields }),
    fault: (_id, error) => void faults.push(error),
  };
}

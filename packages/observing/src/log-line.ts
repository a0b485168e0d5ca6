import type { WorkerWord } from './worker-word.ts';

/**
 * All that is ever logged. Nothing here has room for a name, an id of a credential, an address or a path: a
 * route is a pattern of our router, a refusal one of our words, and the id of a request is drawn for it alone.
 */
export type LogLine =
  | {
      readonly line: 'request';
      readonly worker: WorkerWord;
      readonly request: string;
      readonly method: string;
      readonly route: string;
      readonly status: number;
      readonly ms: number;
      readonly refusal?: string;
    }
  | {
      readonly line: 'work';
      readonly worker: WorkerWord;
      /** What was done, such as `task award_rows` or `cron * * * * *`. */
      readonly work: string;
      readonly outcome: Outcome;
      readonly ms: number;
    }
  | {
      readonly line: 'defect';
      /** What kind, and where in the code: see `describeDefect`. */
      readonly defect: string;
      readonly request?: string;
    }
  | { readonly line: 'alarm'; readonly alarm: string };

/** How work ended. What is to be tried later is neither. */
export type Outcome = 'done' | 'later' | 'failed';

/** Writes a line of JSON where the platform keeps logs. The one place that does. */
export function writeLine(line: LogLine): void {
  const text = JSON.stringify(line);
  if (line.line === 'defect' || line.line === 'alarm') console.error(text);
  else console.log(text);
}

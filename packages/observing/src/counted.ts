import type { Outcome } from './log-line.ts';
import type { WorkerWord } from './worker-word.ts';

/** What is waiting somewhere, looked at each minute. */
export type Backlog = 'work' | 'messages' | 'log' | 'intents' | 'rsa_jwts';

/** Words alone that our code knows: no name, no id, no address, no issuer. */
type Point<Kind extends string, Words extends readonly string[], Numbers extends number[]> = {
  readonly counted: Kind;
  readonly words: Words;
  readonly numbers: Readonly<Numbers>;
};

/** Everything that is counted. docs/observing.md has the columns in words. */
export type Counted =
  /** A request: how often (1), and how many milliseconds it took. */
  | Point<
      'request',
      readonly [worker: WorkerWord, route: string, method: string, status: string, refusal: string],
      [times: number, ms: number]
    >
  /** What one call of the signer signed. */
  | Point<
      'issued',
      readonly [kind: 'credential' | 'endorsement' | 'record' | 'document'],
      [signed: number, refused: number, ms: number]
    >
  /** A verification that somebody asked for. */
  | Point<'verified', readonly [verdict: string, by: 'api' | 'page' | 'vc_api'], [times: number]>
  /** A batch that was taken on. */
  | Point<'batch', readonly [consent: 'ask' | 'paper'], [recipients: number]>
  /** What became of rows of a batch: `awarded`, or why they were refused. */
  | Point<'row', readonly [became: string], [rows: number]>
  /** A task of the outbox: how long it took, and how long it had waited since it was due. */
  | Point<
      'task',
      readonly [task: string, outcome: Outcome],
      [times: number, ms: number, waitedSeconds: number]
    >
  /** A duty of a cron. */
  | Point<
      'duty',
      readonly [worker: WorkerWord, duty: string, outcome: Outcome],
      [times: number, ms: number]
    >
  /** How much waits, and for how long the oldest of it has. */
  | Point<'backlog', readonly [backlog: Backlog], [waiting: number, oldestSeconds: number]>
  /** Something that must never happen, and that somebody has to look at. */
  | Point<'alarm', readonly [alarm: string], [times: number]>;

/** One run: so many people, and how long they took. */
export type Run = {
  readonly what: string;
  readonly people: number;
  /** Until the request was answered. */
  readonly acceptedMs: number;
  /** Until everybody had an answer. */
  readonly settledMs: number;
};

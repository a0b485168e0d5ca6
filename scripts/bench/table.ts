/** One run: so many people, and how long they took. */
export type Run = {
  readonly what: string;
  readonly people: number;
  /** Until the request was answered. */
  readonly acceptedMs: number;
  /** Until everybody had an answer. */
  readonly settledMs: number;
};

/** A Markdown table of runs of one kind, the smallest first. */
export function tableOf(runs: readonly Run[]): string {
  const perPerson = ({ settledMs, people }: Run) => settledMs / people;
  const [smallest] = runs;
  const rows = runs.map((run) => [
    run.what,
    String(run.people),
    run.acceptedMs.toFixed(0),
    run.settledMs.toFixed(0),
    perPerson(run).toFixed(2),
    smallest === undefined ? '' : (perPerson(run) / perPerson(smallest)).toFixed(2),
  ]);
  const head = ['', 'people', 'accepted, ms', 'settled, ms', 'ms a person', 'of the smallest'];
  return `${[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

/** What a program for sheets may run (OWASP, CSV Injection), also in the wide forms of East Asia. */
const RUNS = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/** A cell that no program for sheets runs: an apostrophe before what could be a formula. */
export function escapedCell(cell: string): string {
  return RUNS.test(cell) ? `'${cell}` : cell;
}

/** The cell without the apostrophe that {@link escapedCell} set before it. */
export function unescapedCell(cell: string): string {
  return cell.startsWith("'") && RUNS.test(cell) ? cell.slice(1) : cell;
}

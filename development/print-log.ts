/** Lines that every request and every piece of work has: `npm start` prints them where LAUREL_LOG says so. */
const USUAL = /^\{"line":"(?:request|work)"/;

/** Prints a line that a Worker logged, but for the usual ones. */
export function printUnusual(line: string): void {
  if (!USUAL.test(line)) console.error(line);
}

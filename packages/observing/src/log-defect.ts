import { describeDefect } from '@laurel/core/defect';
import { writeLine } from './log-line.ts';

/**
 * Logs a defect without its message, which may hold a name.
 *
 * @param request the id of the request in which it happened, where there is one.
 */
export function logDefect(defect: unknown, request?: string): void {
  writeLine({
    line: 'defect',
    defect: describeDefect(defect),
    ...(request === undefined ? {} : { request }),
  });
}

import { attendanceValues } from './attendance-words.ts';
import { meaningsOf } from './header-words.ts';

/** “Ada, Bao and Chidi” have commas between them in many scripts. */
const BETWEEN = /[,;،؛、，；|]/u;

/**
 * The names of a text that is one line with several names in it; null for any other text. Each piece
 * has letters and is neither a header nor a yes or no: else the line is one row of a table.
 */
export function namesInOneLine(text: string): readonly string[] | null {
  const [line, ...others] = text.split('\n').filter((one) => one.trim() !== '');
  if (line === undefined || others.length > 0 || /["\t]|\[\[|\{\{|https?:/.test(line)) return null;
  const pieces = line
    .split(BETWEEN)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  return pieces.length > 1 && pieces.every(couldBeName) ? pieces : null;
}

function couldBeName(piece: string): boolean {
  return /\p{L}/u.test(piece) && !attendanceValues([piece]).clear && meaningsOf(piece).length === 0;
}

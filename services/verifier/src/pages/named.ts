import { verdictOf } from '@laurel/core/verdict';
import type { Report } from '@laurel/verification/report';
import { NAMELESS } from './nameless.ts';

/** Who holds it is shown only where its signature was good and it still stands, whatever is printed around it. */
export function isNamed({ checks }: Pick<Report, 'checks'>): boolean {
  const signed = checks.some(({ check, result }) => check === 'proof' && result === 'pass');
  return signed && !NAMELESS.includes(verdictOf(checks.filter(({ check }) => check !== 'print')));
}

import type { Check } from '@laurel/core/verdict';
import { type Report, reportWith } from '@laurel/verification/report';
import type { GivenFile } from '../presented/in-pdf.ts';
import type { PresentedReport } from '../presented/report.ts';

/** Said of a paper where no signature in it is good and ours. */
export const NOT_COMPARED: Check = {
  check: 'print',
  result: 'skipped',
  finding: 'not_compared',
  values: [],
};

/** A report on a credential whose paper was not compared with it. */
export function notCompared(report: Report, file: GivenFile): PresentedReport {
  return {
    ...reportWith(report, { behind: [NOT_COMPARED] }),
    readFrom: readFrom(file),
    printed: null,
    credentials: null,
  };
}

/** Where a credential was, as reports tell it. */
export function readFrom({ name, mediaType }: GivenFile) {
  return { file: name, mediaType };
}

/** True where it was signed here as it stands. */
export function isOurs({ checks }: Report): boolean {
  return (
    checks.some(({ check, result }) => check === 'proof' && result === 'pass') &&
    checks.some(({ check, finding }) => check === 'issuer' && finding === 'known')
  );
}

import { MAX_LETTER_ENTRIES } from '@laurel/contracts/renderer-rpc';
import type { Check } from '@laurel/core/verdict';
import { verdictOf } from '@laurel/core/verdict';
import { heldCheck, nameOf, tooMany } from '@laurel/verification/held';
import type { GivenPdf } from '../presented/in-pdf.ts';
import type { PresentedReport } from '../presented/report.ts';

/**
 * The report on a PDF that carries several credentials: how each stands by itself, and whether the pages say
 * what was signed. It is as good as the worst of them.
 */
export function reportOnSeveral(
  pdf: GivenPdf,
  credentials: readonly PresentedReport[],
  print: Check,
  printed: PresentedReport['printed'],
): PresentedReport {
  const held = credentials.map(({ checks, credential }, place) =>
    heldCheck(
      verdictOf(checks.filter(({ check }) => check !== 'print')),
      place,
      credential === null ? '' : nameOf(credential),
    ),
  );
  const left = pdf.credentials > credentials.length ? [tooMany(MAX_LETTER_ENTRIES)] : [];
  const checks = [...issuersOf(credentials), ...held, ...left, print];
  return {
    verdict: verdictOf(checks),
    checks,
    credential: null,
    readFrom: null,
    printed,
    credentials,
  };
}

/** Who issued them, each once: where one of them is not known here, those that are are not told. */
function issuersOf(credentials: readonly PresentedReport[]): readonly Check[] {
  const all = credentials.map(({ checks }) => checks.find(({ check }) => check === 'issuer'));
  const told = all.filter((check) => check !== undefined);
  const known = told.filter(({ finding }) => finding === 'known');
  const isAllKnown = known.length === credentials.length;
  const shown = isAllKnown ? known : told.filter(({ finding }) => finding !== 'known');
  return [...new Map(shown.map((check) => [check.values.join(' '), check])).values()];
}

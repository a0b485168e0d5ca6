import { refuse } from '@laurel/core/result';
import { readPresentedJson } from '../src/read.ts';
import type { Report } from '../src/report.ts';
import type { Retrieve } from '../src/retrieve.ts';
import { verify } from '../src/verify.ts';

export const NOW_SECONDS = Date.parse('2026-11-22T12:00:00Z') / 1000;

const NOBODY_ANSWERS: Retrieve = async (url) => refuse({ finding: 'unreachable', at: url });

/** Verifies what is not ours, with whoever answers for other servers. */
export async function verifiedBy(
  presented: unknown,
  retrieve: Retrieve = NOBODY_ANSWERS,
  nowSeconds = NOW_SECONDS,
): Promise<Report> {
  const read = readPresentedJson(presented);
  if (!read.ok) throw new Error(read.failure.detail);
  const registry = {
    origin: 'https://laurel.example',
    issuer: async () => null,
    standing: async () => null,
    logged: async () => null,
  };
  return verify(read.value, { registry, retrieve, work: { spent: 0 } }, nowSeconds);
}

/** What a report says of one question: the results and findings, in order. */
export function said({ checks }: Report, name: string): readonly string[] {
  return checks
    .filter(({ check }) => check === name)
    .map(({ result, finding, values }) => [result, finding, ...values].join(' '));
}

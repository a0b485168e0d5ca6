import type { Issue } from '@laurel/core/failure';
import { secondsOfDateTime, secondsOfStamp } from './date-time.ts';
import { broken, memberOf, type Place, unless } from './place.ts';
import type { DataModelVersion } from './version.ts';

type ValidityPeriod = {
  readonly from: string;
  readonly until: string;
  readonly secondsOf: (value: unknown) => number | null;
  readonly form: string;
};

/** How each version says from when and until when something holds (VCDM 2.0, Section 4.9; 1.1, Sections 4.6 and 4.7). */
export const VALIDITY_PERIODS: Readonly<Record<DataModelVersion, ValidityPeriod>> = {
  '2.0': {
    from: 'validFrom',
    until: 'validUntil',
    secondsOf: secondsOfStamp,
    form: 'A time is written as 2026-11-22T12:00:00Z, with Z or an offset.',
  },
  '1.1': {
    from: 'issuanceDate',
    until: 'expirationDate',
    secondsOf: secondsOfDateTime,
    form: 'A time is written as 2026-11-22T12:00:00Z.',
  },
};

/** The times of a validity period: written as they must be, and in their order. */
export function validityRules(document: Place, version: DataModelVersion): readonly Issue[] {
  const { from, until, secondsOf, form } = VALIDITY_PERIODS[version];
  const [start, end] = [memberOf(document, from), memberOf(document, until)];
  const [startSeconds, endSeconds] = [secondsOf(start.value), secondsOf(end.value)];
  const isMissing = version === '1.1' && start.value === undefined;
  return [
    ...(isMissing ? [broken(start, `There must be an ${from}.`)] : []),
    ...unless(start, startSeconds !== null, form),
    ...unless(end, endSeconds !== null, form),
    ...(startSeconds !== null && endSeconds !== null && endSeconds < startSeconds
      ? [broken(end, `It must not lie before ${from}.`)]
      : []),
  ];
}

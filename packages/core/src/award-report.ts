/** What somebody can report to the stewards about an award that was made to them. */
export const REPORT_REASONS = [
  'wrong_person',
  'not_agreed',
  'untrue',
  'unsafe',
  'harassing',
  'pretending',
  'other',
] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

import { readFileSync } from 'node:fs';
import { readAttendance } from '@laurel/sheet/attendance';
import { WORKSHOP_MAPPING } from './workshop-mapping.ts';

const SHEET = 'examples/workshop.csv';

/** What `POST /api/v1/issuers/{slug}/awards` is asked for the example sheet: whoever attended, consent on paper. */
export function workshopAwards() {
  const sheet = readAttendance(readFileSync(SHEET, 'utf8'), WORKSHOP_MAPPING);
  if (!sheet.ok) throw new Error(`${SHEET}: ${JSON.stringify(sheet.failure)}`);
  return {
    achievement: 'training-workshop-participation',
    language: 'en',
    period: { start: '2026-11-14', end: '2026-11-15' },
    evidence: [{ class: 'organizer-attendance-list' }],
    consent: 'paper',
    disclosure: 'account',
    recipients: sheet.value.rows
      .filter(({ attended }) => attended)
      .map(({ username, hours }) => ({ username, ...(hours === null ? {} : { hours }) })),
  };
}

import { readFileSync } from 'node:fs';
import { applyReading } from '@laurel/sheet/apply-reading';
import { guessReading } from '@laurel/sheet/guess-reading';
import { readSheet } from '@laurel/sheet/read-sheet';

const SHEET = 'examples/workshop.csv';

export const WORKSHOP_ACHIEVEMENT = 'training-workshop-participation';

/**
 * What `POST /api/v1/issuers/{slug}/awards` is asked for the example sheet: whoever attended, as its
 * columns are guessed, consent on paper. Names are given as written; the service reads them.
 */
export async function workshopAwards() {
  const sheet = await readSheet(readFileSync(SHEET));
  if (!sheet.ok) throw new Error(`${SHEET}: ${JSON.stringify(sheet.failure)}`);
  const reading = guessReading(sheet.value);
  return {
    achievement: WORKSHOP_ACHIEVEMENT,
    language: 'en',
    period: { start: '2026-11-14', end: '2026-11-15' },
    evidence: [{ class: 'organizer-attendance-list' }],
    consent: 'paper',
    disclosure: 'account',
    recipients: sheet.value.rows.flatMap((row) => {
      const username = row.cells[reading.usernameColumn] ?? '';
      const { attended, hours } = applyReading(row, reading);
      if (attended !== true || username.trim() === '') return [];
      return [{ username, ...(hours === null ? {} : { hours }) }];
    }),
  };
}

import { DATA_DIRECTORY } from '../settings.ts';
import type { WorkshopReport } from './award.ts';
import type { Demo } from './demo-file.ts';
import { ORGANIZER, STEWARD } from './seed.ts';

/** What a newcomer can do next, as lines for the terminal. */
export function guide(demo: Demo, report: WorkshopReport, wikimediaUrl: string): string {
  const { accepted = 0, refused = 0 } = report.counts;
  const [first] = demo.credentials;
  const refusals = report.recipients.flatMap(({ username, refusal }) =>
    refusal === undefined ? [] : [`    ${username}: ${refusal.explanation}`],
  );
  const award = JSON.stringify({
    achievement: 'workshop-trainer',
    period: { start: '2026-11-21', end: '2026-11-22' },
    consent: 'ask',
    recipients: [{ username: 'Ọlá of Ìbàdàn' }],
  });
  return `
Laurel runs at ${demo.origin}
  (with a stand-in Wikimedia at ${wikimediaUrl}: log in as anybody, such as “${ORGANIZER}”)

From examples/workshop.csv: ${accepted} awarded and signed, ${refused} refused:
${refusals.join('\n')}

  A credential page   ${first?.page}
  its certificate     ${first?.pdf}
  its JSON            ${first?.json}
  its JWT             ${first?.jwt}
  Verify anything     ${demo.origin}/verify
  Your own awards     ${demo.origin}/me
  The desk            ${demo.origin}/desk  (log in as “${ORGANIZER}”)
  Apply as a group    ${demo.origin}/desk/apply  (“${STEWARD}” decides at ${demo.origin}/desk/stewards)
  The API, described  ${demo.origin}/api/v1/reference

  An organizer’s token (it is also in ${DATA_DIRECTORY}/demo.json):
    ${demo.token}

Award:
  curl -sS ${demo.origin}/api/v1/issuers/${demo.issuer}/awards -H 'Authorization: Bearer ${demo.token}' -H 'Idempotency-Key: first-try' -H 'Content-Type: application/json' -d '${award}'

Verify:
  curl -sS ${demo.origin}/api/verify -H 'Content-Type: application/json' -d '{"url": "${first?.page}"}'
  and, with a certificate that was downloaded, without the network: npm run verify -- certificate.pdf

Stop with Ctrl+C. The data stays; npm run reset clears it.`;
}

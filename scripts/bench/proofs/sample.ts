import { CATALOGUE } from '@laurel/catalogue/catalogue';
import {
  achievementUrl,
  credentialUrl,
  issuerDid,
  issuerUrl,
  statusListUrl,
} from '@laurel/core/addresses';
import type { JsonObject } from '@laurel/core/json';
import { openBadge } from '@laurel/core/open-badge';

export const ORIGIN = 'https://laurel.example';
export const SLUG = 'group';
export const DID = issuerDid(ORIGIN, SLUG);
export const NOW_SECONDS = Date.parse('2026-11-22T12:00:00Z') / 1000;
export const STATUS_LIST_URL = statusListUrl(ORIGIN, 'c'.repeat(17));

const PEOPLE = [
  'Ọláńrewájú Adéṣínà',
  'রাহেলা সুলতানা',
  'ကျော်စွာလင်း',
  'ليلى الخطيب',
  'Nguyễn Thị Ánh Tuyết',
];

/**
 * An unsigned credential as an award from the catalogue makes it: of a training with hours and evidence, by user
 * name. No two numbers give the same.
 */
function sampleCredential(number: number): JsonObject {
  const achievement = CATALOGUE.achievements.find(({ slug }) => slug === 'training-safety');
  if (achievement === undefined) throw new Error('the catalogue has changed');
  const id = String(number).padStart(12, '1');
  const text = (texts: Readonly<Record<string, string>>) => texts.en ?? '';
  return openBadge({
    url: credentialUrl(ORIGIN, id.padStart(17, 'a').replaceAll('0', 'z')),
    subjectId: `urn:uuid:0b8f6b53-8f0f-4e0b-9c39-${id}`,
    language: 'en',
    issuer: {
      did: DID,
      url: issuerUrl(ORIGIN, SLUG),
      name: 'Friends of Free Knowledge',
      description: 'A user group that teaches in libraries and schools.',
      signatories: [],
    },
    achievement: {
      url: achievementUrl(ORIGIN, 'b'.repeat(17)),
      version: achievement.version,
      kind: achievement.kind,
      name: text(achievement.name),
      description: text(achievement.description),
      narrative: [achievement.criteria, ...achievement.requirements, achievement.doesNotMean]
        .map(text)
        .join('\n'),
      skills: achievement.skills,
      alignments: achievement.alignments.slice(0, 2),
    },
    holder: { mode: 'account', username: `${PEOPLE[number % PEOPLE.length]} ${number}` },
    period: { start: '2026-11-21', end: '2026-11-22' },
    served: false,
    servedLabel: 'Term served',
    hours: 2.5,
    hoursLabel: 'Hours',
    mentoring: null,
    evidence: [
      {
        id: `urn:uuid:1b8f6b53-8f0f-4e0b-9c39-${id}`,
        name: 'Attendance list',
        genre: 'attendance-list',
        narrative: 'The organizers kept a list of who attended.',
      },
    ],
    validFrom: '2026-11-22',
    validUntil: null,
    status: { listUrl: STATUS_LIST_URL, index: number },
  });
}

/** What one sample is after another: each operation takes the next of them, and then the first again. */
export const SAMPLES: readonly JsonObject[] = Array.from({ length: 256 }, (_, number) =>
  sampleCredential(number),
);

import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { ACHIEVEMENT_THEMES } from '@laurel/core/achievement-theme';
import { EVIDENCE_CLASSES } from '@laurel/core/evidence';

const PLAIN: CertificateFacts = {
  credentialId: 'q3Vn0bXk5Yt2cW8aD',
  url: 'https://laurel.example/c/q3Vn0bXk5Yt2cW8aD',
  language: 'en',
  kind: 'training',
  theme: 'skills-and-capacities',
  artSeed: 'wikimedians-of-tamale/workshop-trainer',
  achievementName: 'Workshop Trainer',
  achievementDescription: 'Completed the training for people who teach newcomers in workshops.',
  criteria:
    'Took part in both days, taught a practice session of twenty minutes and received written feedback from two trainers.',
  doesNotMean:
    'It is no licence to teach and no judgement on edits. It gives no rights on any wiki.',
  issuerName: 'Wikimedians of Tamale',
  logo: null,
  signatories: [],
  holder: { mode: 'account', username: 'Amina Sowah' },
  role: null,
  period: { start: '2026-11-21', end: '2026-11-22' },
  hours: 12.5,
  mentoring: null,
  evidenceClasses: ['organizer-attendance-list', 'attestation'],
  issuedOn: '2026-11-23',
  validUntil: '2029-11-23',
  demonstration: false,
  credential: '{"type":["VerifiableCredential"],"name":"Łódź বাংলা \u{1f33f} ]]>"}',
  bundle: null,
  second: null,
};

/** Invented facts of a plain certificate, but for what the test is about. */
export function facts(changes: Partial<CertificateFacts> = {}): CertificateFacts {
  return { ...PLAIN, ...changes };
}

/** Every text at its longest and every fact present. */
export const CROWDED: CertificateFacts = facts({
  kind: 'role',
  url: `https://recognition.a-rather-long-host-name.example/c/${'q3Vn0bXk5Yt2cW8aD'.repeat(2)}`,
  achievementName:
    'Regional Coordinator of Community Programmes for Education, Libraries and Heritage',
  achievementDescription: 'Coordinated programmes with schools and libraries. '.repeat(6).trim(),
  criteria: 'Answered for a part of the programme, kept its accounts and met its people. '.repeat(
    12,
  ),
  doesNotMean: 'It does not mean that the holder speaks for anybody but themselves. '.repeat(10),
  issuerName:
    'The Association of Volunteer Encyclopaedists, Photographers and Archivists of the Upper Region',
  holder: { mode: 'account', username: 'W'.repeat(85) },
  role: 'Coordinator for partnerships with archives, museums and universities in four regions',
  period: { start: '2024-09-30', end: '2026-09-30' },
  hours: 1234.25,
  mentoring: {
    hoursBand: 'under-10',
    languages: ['zh-Hant', 'nb', 'ckb'],
    themes: ACHIEVEMENT_THEMES,
    topics: [
      'W'.repeat(60),
      'Photographs of boats',
      'Talks in small libraries of the upper region',
    ],
    topicWords: [
      'Helping more people to take part',
      'Learning from one another',
      'Skills',
      'W'.repeat(60),
      'Photographs of boats, with all who sailed in them and back',
      'Talks in small libraries and archives of the upper regions',
    ],
  },
  evidenceClasses: EVIDENCE_CLASSES,
  demonstration: true,
});

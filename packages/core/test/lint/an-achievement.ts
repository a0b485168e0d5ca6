import type { Achievement } from '../../src/achievement.ts';

/** An invented achievement that nothing is objected to, but for what the test is about. */
export function anAchievement(changes: Partial<Achievement> = {}): Achievement {
  return {
    slug: 'archive-day-helper',
    version: '1',
    kind: 'contribution',
    theme: null,
    engagementLevels: [],
    sourceLanguage: 'en',
    drafts: [],
    name: { en: 'Archive Day Helper' },
    description: { en: 'Helped visitors of an archive to find and scan old photographs.' },
    criteria: { en: 'Awarded for helping through one archive day.' },
    requirements: [{ en: 'An organizer names the task that was done.' }],
    doesNotMean: { en: 'It is not a qualification and gives no right to speak for the archive.' },
    skills: ['Archival description'],
    alignments: [],
    evidenceClasses: ['organizer-attendance-list'],
    hours: 'optional',
    term: null,
    validityMonths: null,
    resumeHeadline: { en: 'Archive volunteer' },
    resumeStatements: [{ en: 'Helped {visitorCount|many} visitors of an archive.' }],
    ...changes,
  };
}

import {
  HOURS_BANDS,
  MENTORING_SIDES,
  type MENTORSHIP_STATES,
  type MentoringSide,
  mentorshipFor,
  otherSide,
} from '@laurel/core/mentoring';
import { mentoringIn, mentoringResults } from '@laurel/core/signed-mentoring';
import { expect, test } from 'vitest';

const LAPSES = 10_000;

function views(side: MentoringSide, state: (typeof MENTORSHIP_STATES)[number], nowSeconds: number) {
  const takenBack = [null, ...MENTORING_SIDES, 'both'] as const;
  return takenBack.map((takenBackBy) =>
    mentorshipFor(
      side,
      { state, askedBy: 'mentor', takenBackBy, lapsesAtSeconds: LAPSES },
      nowSeconds,
    ),
  );
}

test.each([LAPSES - 1, LAPSES])(
  'at %i whoever asked is told the same of an ask that is declined, withheld or not answered',
  (now) => {
    const told = views('mentor', 'asked', now);
    expect(views('mentor', 'declined', now)).toEqual(told);
    expect(views('mentor', 'withheld', now)).toEqual(told);
  },
);

test.each([LAPSES - 1, LAPSES])(
  'at %i what the other one took back of a confirmed one changes nothing that is told',
  (now) => {
    for (const side of MENTORING_SIDES) {
      const told = (takenBackBy: MentoringSide | null) =>
        mentorshipFor(
          side,
          { state: 'confirmed', askedBy: 'mentee', takenBackBy, lapsesAtSeconds: LAPSES },
          now,
        );
      expect(told(otherSide(side))).toBe(told(null));
      expect(told(side)).toBe('taken_back');
    }
  },
);

test('a mentee is told the same of one that was awarded and one that was not', () => {
  expect(views('mentee', 'awarded', 0)).toEqual(views('mentee', 'answered', 0));
  expect(views('mentor', 'awarded', 0)).not.toEqual(views('mentor', 'answered', 0));
});

test('whoever was asked is never told of an ask that is withheld, or that was taken back', () => {
  expect(views('mentee', 'withheld', 0)).toEqual([null, null, null, null]);
  expect(views('mentee', 'asked', 0)).toEqual(['asked', null, null, null]);
});

test.each(HOURS_BANDS)('what is signed of mentoring with hours %s is read as it was', (band) => {
  const { results, descriptions } = mentoringResults(
    {
      hours: { label: 'Hours', band, words: 'so many' },
      languages: { label: 'Languages', each: [{ tag: 'zh-Hant', name: '繁體中文' }] },
      topics: {
        label: 'Topics',
        themes: [{ theme: 'design-for-access', name: 'Access' }],
        own: ['#mentoring-language-xx', 'own-1'],
      },
    },
    'https://laurel.example/achievements/a',
    'urn:uuid:1',
  );
  expect(mentoringIn(results)).toEqual({
    hoursBand: band,
    languages: ['zh-Hant'],
    themes: ['design-for-access'],
    topics: ['#mentoring-language-xx', 'own-1'],
    topicWords: ['Access', '#mentoring-language-xx', 'own-1'],
  });
  const described = new Set(descriptions.map(({ id }) => id));
  expect(results.every(({ resultDescription }) => described.has(resultDescription))).toBe(true);
});

test('a document that says nothing of mentoring, or has a band that there is not, says none', () => {
  expect(mentoringIn([{ id: 'urn:uuid:1#hours', value: '2' }])).toBeNull();
  expect(mentoringIn([{ id: 'urn:uuid:1#mentoring-hours-17', value: '17' }])).toBeNull();
});

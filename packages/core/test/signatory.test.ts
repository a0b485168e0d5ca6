import { officialOf, type Signatory, signatoriesIn } from '@laurel/core/signatory';
import { expect, test } from 'vitest';

const ADAEZE = { name: 'Adaeze Nwankwo', office: 'Chair' };
const RAHELA = { name: 'রাহেলা সুলতানা', office: 'সচিব' };
const OLA = { name: 'Ọláńrewájú Adéṣínà', office: '' };
const LAYAN = { name: 'ليان الخطّاط', office: 'رئيسة المجموعة، وأمينة الصندوق' };

/** Names and offices that are made of what the writing itself is made of. */
const COMMAS: readonly Signatory[] = [
  { name: 'Bello, A.,', office: 'Chair; and, for now, treasurer;' },
  { name: ';', office: ',' },
];

test('reads like the end of a letter', () => {
  expect(officialOf([ADAEZE])).toBe('Adaeze Nwankwo,\nChair');
  expect(officialOf([ADAEZE, RAHELA])).toBe('Adaeze Nwankwo,\nChair;\nরাহেলা সুলতানা,\nসচিব');
  expect(officialOf([OLA])).toBe('Ọláńrewájú Adéṣínà');
});

test.each([
  ...[[ADAEZE], [OLA], [LAYAN], [ADAEZE, RAHELA], [OLA, LAYAN], [LAYAN, OLA], [OLA, OLA]],
  ...[COMMAS, [...COMMAS].reverse(), COMMAS.slice(1)],
  [{ name: 'Ada;', office: '' }, ADAEZE],
  [
    { name: 'Ada,', office: '' },
    { name: '𞤀𞤣𞤢 😀', office: ',' },
  ],
])('comes apart again without loss: %j, %j', (...signatories) => {
  expect(signatoriesIn(officialOf(signatories))).toEqual(signatories);
});

test.each([
  'Jane Doe, Director',
  'Jane Doe;\nJohn Doe;\nJim Doe',
  'Jane Doe\nDirector',
  'Jane Doe,\nDirector,\nGarden Club',
  'Jane Doe;\n',
  'Jane Doe,\n',
  '\nJane Doe',
])('what others wrote is one signatory without an office: %j', (official) => {
  expect(signatoriesIn(official)).toEqual([{ name: official, office: '' }]);
});

test.each(['', ' ', '\n'])('nobody signs where nothing is written: %j', (official) => {
  expect(signatoriesIn(official)).toEqual([]);
});

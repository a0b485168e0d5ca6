import { expect, test } from 'vitest';
import { courseIn } from '../src/course-address.ts';
import { eventIdIn } from '../src/event-address.ts';

const META = 'https://meta.wikimedia.org';
const DASHBOARD = 'https://dashboard.example';

test.each([
  '42',
  ' #42 ',
  'https://meta.wikimedia.org/wiki/Special:EventDetails/42',
  'https://ha.wikipedia.org/wiki/Musamman:EventDetails/42',
  'https://fr.m.wikipedia.org/wiki/Sp%C3%A9cial:EventDetails/42?uselang=fr#top',
  'https://www.wikidata.org/w/index.php?title=Special:RegisterForEvent/42&x=7',
])('%s names event 42', (given) => {
  expect(eventIdIn(given, META)).toBe(42);
});

test.each([
  '',
  '0',
  '-42',
  '4.2',
  '99999999999',
  'Event:Library Evening',
  'https://meta.wikimedia.org/wiki/Event:Library_Evening',
  'http://meta.wikimedia.org/wiki/Special:EventDetails/42',
  'https://elsewhere.example/wiki/Special:EventDetails/42',
  'https://wikipedia.org.elsewhere.example/wiki/Special:EventDetails/42',
  'https://notwikipedia.org/wiki/Special:EventDetails/42',
  'https://test.wikipedia.org/wiki/Special:EventDetails/42',
  'http://127.0.0.1/wiki/Special:EventDetails/42',
  'javascript:alert(1)/42',
])('%j names no event', (given) => {
  expect(eventIdIn(given, META)).toBeNull();
});

const COURSE = { school: 'Invented_Library_Club', title: 'Reading_Aloud_(Spring)' };

test.each([
  'Invented_Library_Club/Reading_Aloud_(Spring)',
  ' Invented Library Club/Reading Aloud (Spring) ',
  'https://dashboard.example/courses/Invented_Library_Club/Reading_Aloud_(Spring)',
  'https://dashboard.example/courses/Invented_Library_Club/Reading_Aloud_%28Spring%29/students/overview?x=1',
])('%s names the course', (given) => {
  expect(courseIn(given, DASHBOARD)).toEqual(COURSE);
});

test('a course may have a percent sign, a question mark and any script in its name', () => {
  expect(courseIn('كلية/100% أم لا? (ربيع)', DASHBOARD)).toEqual({
    school: 'كلية',
    title: '100%_أم_لا?_(ربيع)',
  });
});

test.each([
  '',
  'Only_a_school',
  'A/B/C',
  '../B',
  'A/..',
  'A/%2E%2E',
  'A/B%2FC',
  'A/\u0000',
  'https://elsewhere.example/courses/A/B',
  'https://dashboard.example/users/A/B',
  'https://dashboard.example/courses/A',
  `A/${'b'.repeat(600)}`,
])('%j names no course', (given) => {
  expect(courseIn(given, DASHBOARD)).toBeNull();
});

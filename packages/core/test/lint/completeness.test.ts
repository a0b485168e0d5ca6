import { expect, test } from 'vitest';
import type { Achievement } from '../../src/achievement.ts';
import { objectionKey } from '../../src/lint/objection.ts';
import { anAchievement } from './an-achievement.ts';
import { lint } from './lint.ts';

function objections(changes: Partial<Achievement>) {
  return lint(anAchievement(changes)).map(({ rule, severity, pointer }) => [
    rule,
    severity,
    pointer,
  ]);
}

test('nothing is objected to where all is there', () => {
  expect(objections({})).toEqual([]);
});

test.each([
  ['name', 'text_missing'],
  ['description', 'text_missing'],
  ['criteria', 'text_missing'],
  ['doesNotMean', 'meaning_missing'],
] as const)('without %s in the source language it is refused as %s', (field, rule) => {
  expect(objections({ [field]: {} })).toEqual([[rule, 'refuses', `/${field}/en`]]);
});

test.each(['–', 'n/a', 'Nothing.', '没有'])(
  '“%s” does not say what recognition does not mean',
  (text) => {
    const sourceLanguage = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
    const found = lint(
      anAchievement({
        sourceLanguage,
        name: { [sourceLanguage]: 'Archive' },
        description: { [sourceLanguage]: 'Archive day' },
        criteria: { [sourceLanguage]: 'Helped at the archive for a day' },
        requirements: [],
        resumeHeadline: {},
        resumeStatements: [],
        doesNotMean: { [sourceLanguage]: text },
      }),
    );
    expect(found.map(({ rule }) => rule)).toEqual(['meaning_missing']);
  },
);

test('a language with a part of the texts alone is asked about', () => {
  expect(objections({ name: { en: 'Archive Day Helper', ha: 'Mai taimako' } })).toEqual([
    ['translation_incomplete', 'warns', '/description/ha'],
    ['translation_incomplete', 'warns', '/criteria/ha'],
    ['translation_incomplete', 'warns', '/doesNotMean/ha'],
  ]);
});

test.each([
  ['Archive Day Helper', ['warns']],
  ['Helped visitors of an archive to find and scan old photographs!', ['warns']],
  ['Helped.', ['refuses']],
])('criteria that only say “%s” name no act', (criteria, severities) => {
  const found = lint(anAchievement({ criteria: { en: criteria } }));
  expect(found.map(({ rule }) => rule)).toEqual(['act_missing']);
  expect(found.map(({ severity }) => severity)).toEqual(severities);
});

test('praise names no act, unless requirements say what was done', () => {
  const praise = { criteria: { en: 'Awarded for outstanding dedication to the wikis.' } };
  expect(objections(praise)).toEqual([]);
  expect(lint(anAchievement({ ...praise, requirements: [] }))).toMatchObject([
    { rule: 'act_missing', severity: 'warns', pointer: '/criteria/en', found: 'outstanding' },
  ]);
});

test('a role needs a term', () => {
  expect(objections({ kind: 'role' })).toEqual([['term_missing', 'refuses', '/term']]);
});

test.each([[[]], [['self-statement']]])(
  'evidence of %j alone is asked about',
  (evidenceClasses) => {
    expect(objections({ evidenceClasses })).toEqual([
      ['evidence_missing', 'warns', '/evidenceClasses'],
    ]);
  },
);

test.each([
  'Taught {topic}.',
  'Taught {topic|history.',
  'Taught topic} well.',
  'Taught {Topic|x}.',
])('a place to fill in that is broken is refused: “%s”', (text) => {
  expect(objections({ resumeStatements: [{ en: text }] })).toEqual([
    ['placeholder_broken', 'refuses', '/resumeStatements/0/en'],
  ]);
});

test('an objection is told from another until the words that it is about change', () => {
  const keys = ['Was best.', 'Was best.', 'Won gold.'].map((text) =>
    lint(anAchievement({ requirements: [{ en: text }] })).map(objectionKey),
  );
  expect(keys[0]).toEqual(keys[1]);
  expect(keys[0]).not.toEqual(keys[2]);
});

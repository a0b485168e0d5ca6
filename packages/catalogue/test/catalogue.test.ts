import { type Achievement, languagesOf } from '@laurel/core/achievement';
import { EVIDENCE_CLASSES } from '@laurel/core/evidence';
import type { LanguageMap } from '@laurel/core/language';
import { lintAchievement } from '@laurel/core/lint/lint-achievement';
import { expect, test } from 'vitest';
import words from '../../core/src/lint/words.json' with { type: 'json' };
import { CATALOGUE } from '../src/catalogue.ts';

const { achievements } = CATALOGUE;

test('there are 37 achievements, and no two share a slug', () => {
  expect(achievements).toHaveLength(37);
  expect(new Set(achievements.map(({ slug }) => slug)).size).toBe(37);
  for (const { slug } of achievements) expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test('there are 14 contributions, 10 roles and 13 trainings', () => {
  expect(Object.groupBy(achievements, ({ kind }) => kind)).toMatchObject({
    contribution: { length: 14 },
    role: { length: 10 },
    training: { length: 13 },
  });
});

test('every role has a term and no role expires; nothing but a role has a term', () => {
  for (const { kind, term, validityMonths } of achievements) {
    expect(term !== null).toBe(kind === 'role');
    if (kind !== 'training') expect(validityMonths).toBeNull();
    if (term !== null) expect(term.lengthMonths).toBeLessThanOrEqual(term.maxLengthMonths);
  }
});

test('exactly the trainings that should be taken again say after how many months', () => {
  const expiring = achievements.filter(({ validityMonths }) => validityMonths !== null);
  expect(Object.fromEntries(expiring.map((one) => [one.slug, one.validityMonths]))).toEqual({
    'training-safety': 24,
    'training-train-the-trainer': 36,
    'training-mentor': 36,
    'training-mediation': 36,
  });
});

test('nothing is called a leader, and no text counts edits, ranks anybody or gives points', () => {
  // The title of the source is a citation and stays as it was published.
  const { source: _, ...texts } = CATALOGUE;
  expect(JSON.stringify(texts)).not.toMatch(/leader|edit.?count|\brank|\bpoints?\b|\bscor/i);
});

test('the lint objects to nothing in any of them', () => {
  expect(achievements.flatMap((one) => lintAchievement(one, words))).toEqual([]);
});

test('every text is there in English, and no text is empty', () => {
  for (const text of achievements.flatMap(textsOf)) {
    expect(text.en).toBeDefined();
    for (const words of Object.values(text)) expect(words.trim()).not.toBe('');
  }
});

test('a draft translation is complete, and a language that is not listed has no text', () => {
  for (const achievement of achievements) {
    const languages = ['en', ...achievement.drafts].sort();
    for (const text of textsOf(achievement)) expect(Object.keys(text).sort()).toEqual(languages);
    expect([...languagesOf(achievement)].sort()).toEqual(languages);
  }
  expect(achievements.filter(({ drafts }) => drafts.length > 0).map(({ slug }) => slug)).toEqual([
    'training-workshop-participation',
  ]);
});

test('no two achievements share the sentence on what the recognition does not mean', () => {
  expect(new Set(achievements.map(({ doesNotMean }) => doesNotMean.en)).size).toBe(37);
});

test('every achievement names the lines of the source that it comes from', () => {
  for (const { sourceLines } of achievements) {
    expect(sourceLines.length).toBeGreaterThan(0);
    for (const line of sourceLines) expect(line).toBeGreaterThan(0);
  }
});

test('skills are in the list of skills and carry its professional label', () => {
  const labels = new Map(CATALOGUE.skills.map((skill) => [skill.id, skill.professionalLabel]));
  expect(labels.size).toBe(CATALOGUE.skills.length);
  for (const { skillIds, skills } of achievements) {
    expect(skillIds.length).toBeGreaterThan(0);
    expect(skills).toEqual(skillIds.map((id) => labels.get(id)));
  }
});

test('themes and evidence classes exist, and every class is described once', () => {
  const themes = CATALOGUE.themes.map(({ id }) => id);
  for (const achievement of achievements) {
    expect(themes).toEqual(expect.arrayContaining([...achievement.themes]));
    expect(achievement.evidenceClasses.length).toBeGreaterThan(0);
    expect(EVIDENCE_CLASSES).toEqual(expect.arrayContaining([...achievement.evidenceClasses]));
  }
  expect(CATALOGUE.evidenceClasses.map(({ id }) => id)).toEqual([...EVIDENCE_CLASSES]);
});

test('alignments point to an ESCO skill or an O*NET descriptor, each once', () => {
  const esco = /^http:\/\/data\.europa\.eu\/esco\/skill\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
  const onet =
    /^https:\/\/www\.onetonline\.org\/find\/descriptor\/result\/\d\.[A-Z]\.\d\.[a-z](\.\d)?$/;
  for (const { alignments } of [...achievements, ...CATALOGUE.skills]) {
    const urls = alignments.map(({ targetUrl }) => targetUrl);
    expect(new Set(urls).size).toBe(urls.length);
    for (const url of urls) expect(esco.test(url) || onet.test(url), url).toBe(true);
  }
});

test('a placeholder in a resume text has a name and the words that stand in when it is not filled', () => {
  const texts = achievements.flatMap((one) => [one.resumeHeadline, ...one.resumeStatements]);
  for (const words of texts.flatMap((text) => Object.values(text))) {
    expect(words.replace(/\{[a-z][A-Za-z]*\|[^{}|]+\}/g, '')).not.toMatch(/[{}|]/);
  }
});

function textsOf(achievement: Achievement): readonly LanguageMap[] {
  return [
    achievement.name,
    achievement.description,
    achievement.criteria,
    ...achievement.requirements,
    achievement.doesNotMean,
    achievement.resumeHeadline,
    ...achievement.resumeStatements,
  ];
}

import { ACHIEVEMENT_KINDS } from '@laurel/core/achievement';
import { ACHIEVEMENT_THEMES } from '@laurel/core/achievement-theme';
import { ENGAGEMENT_LEVELS } from '@laurel/core/engagement-level';
import { EVIDENCE_CLASSES } from '@laurel/core/evidence';
import { languageTagFrom } from '@laurel/core/language';
import { textMistake } from '@laurel/core/plain-text';
import * as z from 'zod';

/** The most that one request about an achievement may be. */
export const MAX_ACHIEVEMENT_BYTES = 256 * 1024;

/** The longest that texts may be, in UTF-16 units: what a page and a certificate have room for. */
export const MAX_LENGTHS = {
  name: 120,
  description: 600,
  criteria: 600,
  requirements: 300,
  doesNotMean: 600,
  resumeHeadline: 120,
  resumeStatements: 300,
  skills: 100,
  targetName: 200,
  targetUrl: 500,
} as const;

export const MAX_LANGUAGES = 40;
export const MAX_REQUIREMENTS = 10;
export const MAX_STATEMENTS = 8;
export const MAX_SKILLS = 20;
export const MAX_ALIGNMENTS = 24;
export const MAX_TERM_MONTHS = 120;
export const MAX_CONSECUTIVE_TERMS = 10;
export const MAX_VALIDITY_MONTHS = 120;

/** What a refinement says besides its sentence, for a form that has its own words. */
export type FactMistake = 'unseen' | 'direction' | 'language' | 'url';

const because = (mistake: FactMistake, message: string) => ({ message, params: { mistake } });

/** One paragraph. HTML in it is text. */
const text = (maxLength: number) =>
  z
    .string()
    .trim()
    .min(1, 'Leave out a text that is empty.')
    .max(maxLength)
    .refine(
      (value) => textMistake(value) !== 'unseen',
      because('unseen', 'One paragraph, without line breaks and characters that nobody sees.'),
    )
    .refine(
      (value) => textMistake(value) !== 'direction',
      because('direction', 'No characters that turn other text around.'),
    );

/** The language of a text. */
export const TextLanguage = z
  .string()
  .max(35)
  .refine(
    (value) => languageTagFrom(value) === value,
    because('language', 'A BCP 47 language tag in its usual form, such as pt-BR.'),
  );

/** One text per language, or none yet. */
export const languageMap = (maxLength: number) =>
  z
    .record(TextLanguage, text(maxLength))
    .refine(
      (map) => Object.keys(map).length <= MAX_LANGUAGES,
      `At most ${MAX_LANGUAGES} languages.`,
    );

/** ESCO names its entries by http addresses; they are identifiers, as every other alignment is by https. */
const ESCO = /^http:\/\/data\.europa\.eu\/esco\/[\w/-]+$/;

const TargetUrl = z
  .string()
  .trim()
  .max(MAX_LENGTHS.targetUrl)
  .refine(
    (value) => {
      const url = URL.parse(value);
      return (
        ESCO.test(value) ||
        (url?.protocol === 'https:' && url.username === '' && url.password === '')
      );
    },
    because('url', 'An https address without a user name or password, or an address of ESCO.'),
  );

const Months = (most: number) => z.int().min(1).max(most);

const Term = z
  .strictObject({
    lengthMonths: Months(MAX_TERM_MONTHS),
    maxLengthMonths: Months(MAX_TERM_MONTHS),
    renewable: z.boolean(),
    consecutiveTermsLimit: z.int().min(1).max(MAX_CONSECUTIVE_TERMS).nullable(),
    /** Left out: as long as a usual term. */
    pauseMonths: z.int().min(0).max(MAX_TERM_MONTHS).nullable().default(null),
  })
  .refine(({ lengthMonths, maxLengthMonths }) => lengthMonths <= maxLengthMonths, {
    path: ['maxLengthMonths'],
    message: 'The longest term is shorter than the usual one.',
  });

/** Everything about an achievement but its slug and its version, as far as it is written. */
export const AchievementFacts = z
  .strictObject({
    kind: z.enum(ACHIEVEMENT_KINDS),
    theme: z.enum(ACHIEVEMENT_THEMES).nullable().default(null),
    engagementLevels: z
      .array(z.enum(ENGAGEMENT_LEVELS))
      .max(ENGAGEMENT_LEVELS.length)
      .default([])
      .transform((levels) => ENGAGEMENT_LEVELS.filter((level) => levels.includes(level))),
    sourceLanguage: TextLanguage,
    drafts: z.array(TextLanguage).max(MAX_LANGUAGES),
    name: languageMap(MAX_LENGTHS.name),
    description: languageMap(MAX_LENGTHS.description),
    criteria: languageMap(MAX_LENGTHS.criteria),
    requirements: z.array(languageMap(MAX_LENGTHS.requirements)).max(MAX_REQUIREMENTS),
    doesNotMean: languageMap(MAX_LENGTHS.doesNotMean),
    skills: z.array(text(MAX_LENGTHS.skills)).max(MAX_SKILLS),
    alignments: z
      .array(z.strictObject({ targetName: text(MAX_LENGTHS.targetName), targetUrl: TargetUrl }))
      .max(MAX_ALIGNMENTS),
    evidenceClasses: z.array(z.enum(EVIDENCE_CLASSES)).max(EVIDENCE_CLASSES.length),
    hours: z.enum(['optional', 'recommended']),
    term: Term.nullable(),
    validityMonths: Months(MAX_VALIDITY_MONTHS).nullable(),
    resumeHeadline: languageMap(MAX_LENGTHS.resumeHeadline),
    resumeStatements: z.array(languageMap(MAX_LENGTHS.resumeStatements)).max(MAX_STATEMENTS),
  })
  .refine(({ kind, term }) => kind === 'role' || term === null, {
    path: ['term'],
    message: 'Only a role has a term.',
  })
  .refine(({ kind, validityMonths }) => kind === 'training' || validityMonths === null, {
    path: ['validityMonths'],
    message: 'Only a training is taken again. A role that ends was served: it never expires.',
  })
  .refine(({ drafts, sourceLanguage }) => !drafts.includes(sourceLanguage), {
    path: ['drafts'],
    message: 'The source language is no translation.',
  });

export type AchievementFacts = z.infer<typeof AchievementFacts>;

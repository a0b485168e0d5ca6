import type { AchievementFacts } from '@laurel/contracts/achievement-facts';
import type { Achievement } from '@laurel/core/achievement';
import type { LanguageTag } from '@laurel/core/language';
import type { Messages } from '@laurel/i18n/messages';
import type { Child } from 'hono/jsx';
import { languageName } from '../me/language-name.ts';
import type { Mistakes } from '../page/fields.tsx';
import { factFieldOf, factFields, withFacts } from './facts-form.ts';
import { FactsFields } from './facts-page.tsx';
import type { Fields } from './form-fields.ts';
import { skillFieldOf, skillFields, withSkills } from './skills-form.ts';
import { SkillsFields } from './skills-page.tsx';
import { textFieldOf, textFields, textSpecs, withTexts } from './texts-form.ts';
import { labelOfText, TextsFields } from './texts-page.tsx';

type Shown = {
  readonly facts: Achievement;
  readonly fields: Fields;
  readonly mistakes: Mistakes;
  readonly messages: Messages;
};

/** A part of a draft that is written and saved by itself. */
export type DraftPart = {
  /** Below `…/draft`. */
  readonly path: string;
  /** The language that it is written in; null where that is not the question. */
  readonly language: LanguageTag | null;
  readonly title: (messages: Messages) => string;
  readonly fieldsOf: (facts: Achievement) => Fields;
  /** The facts with what was typed, not checked yet. */
  readonly apply: (facts: Achievement, fields: Fields) => object;
  /** The field that a path into the facts stands in. */
  readonly fieldOf: (fields: Fields) => (path: readonly string[]) => string;
  /** What a field is called, for those in which somebody else's text is shown beside one's own. */
  readonly labels: (shown: Shown) => ReadonlyMap<string, string>;
  readonly show: (shown: Shown) => Child;
};

/** The texts of one language. */
export function textsPart(language: LanguageTag): DraftPart {
  return {
    path: '/texts',
    language,
    title: (messages) =>
      messages.message('achievements-texts-in', languageName(language, false, messages)),
    fieldsOf: (facts) => textFields(facts, language),
    apply: (facts, fields) => withTexts(facts, language, fields),
    fieldOf: () => textFieldOf,
    labels: ({ facts, fields, messages }) =>
      new Map(
        textSpecs(facts, language, fields).map((spec) => [spec.field, labelOfText(spec, messages)]),
      ),
    show: (shown) => <TextsFields language={language} {...shown} />,
  };
}

/** What an achievement is, but for its texts. */
export const FACTS_PART: DraftPart = {
  path: '/facts',
  language: null,
  title: ({ message }) => message('achievements-facts'),
  fieldsOf: factFields,
  apply: withFacts,
  fieldOf: () => factFieldOf,
  labels: ({ messages: { message } }) =>
    new Map([
      ['kind', message('achievements-part-kind')],
      ['theme', message('achievements-part-theme')],
      ['engagementLevels', message('achievements-part-engagementLevels')],
      ['sourceLanguage', message('achievements-part-sourceLanguage')],
      ['evidenceClasses', message('achievements-part-evidenceClasses')],
      ['hours', message('achievements-part-hours')],
      ['lengthMonths', message('achievements-term-length')],
      ['maxLengthMonths', message('achievements-term-max')],
      ['renewable', message('achievements-term-renewal')],
      ['consecutiveTermsLimit', message('achievements-term-limit')],
      ['pauseMonths', message('achievements-term-pause')],
      ['validityMonths', message('achievements-part-validityMonths')],
    ]),
  show: (shown) => <FactsFields {...shown} />,
};

/** Skills and what they stand for elsewhere. */
export const SKILLS_PART: DraftPart = {
  path: '/skills',
  language: null,
  title: ({ message }) => message('achievements-part-skills'),
  fieldsOf: skillFields,
  apply: withSkills,
  fieldOf: skillFieldOf,
  labels: ({ fields, messages: { message } }) =>
    new Map([...fields.keys()].map((field) => [field, labelOfSkill(field, message)])),
  show: (shown) => <SkillsFields {...shown} />,
};

function labelOfSkill(field: string, message: Messages['message']): string {
  const number = Number(field.split('-')[1] ?? 0) + 1;
  if (field.startsWith('targetName')) return message('achievements-alignment-name', number);
  if (field.startsWith('targetUrl')) return message('achievements-alignment-url', number);
  return message('achievements-part-skills');
}

/** What the schema checks of an achievement: all but its slug and its version. */
export function checkable(facts: object): Partial<AchievementFacts> {
  const { slug: _, version: __, ...rest } = Object.assign({ slug: '', version: '' }, facts);
  return rest;
}

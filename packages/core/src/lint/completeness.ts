import type { Achievement } from '../achievement.ts';
import type { LanguageMap, LanguageTag } from '../language.ts';
import { fold, foldedText } from './folded-text.ts';
import type { LintField, LintRule, Objection, Severity } from './objection.ts';
import { findPhrases, type LintWords } from './phrases.ts';
import { languagesWritten, textsOf } from './texts.ts';

/** A text of fewer letters says nothing; scripts that write whole words in a letter need fewer. */
const LEAST_LETTERS = 12;
const LEAST_LETTERS_OF_WORD_SCRIPTS = 5;

/** The texts without which nobody can be recognised. */
const NEEDED = ['name', 'description', 'criteria', 'doesNotMean'] as const;

/** Objections to what is missing from an achievement. */
export function completenessObjections(facts: Achievement, words: LintWords): readonly Objection[] {
  return [
    ...missingTexts(facts),
    ...missingAct(facts, words),
    ...brokenPlaceholders(facts),
    ...(facts.kind === 'role' && facts.term === null
      ? [about('term_missing', 'refuses', 'term', '/term')]
      : []),
    ...(facts.evidenceClasses.every((one) => one === 'self-statement')
      ? [about('evidence_missing', 'warns', 'evidenceClasses', '/evidenceClasses')]
      : []),
  ];
}

function missingTexts(facts: Achievement): readonly Objection[] {
  const { sourceLanguage } = facts;
  return languagesWritten(facts).flatMap((language) =>
    NEEDED.filter((field) => !says(facts[field], language, field)).map((field) =>
      language === sourceLanguage
        ? about(
            field === 'doesNotMean' ? 'meaning_missing' : 'text_missing',
            'refuses',
            field,
            `/${field}/${language}`,
            language,
          )
        : about('translation_incomplete', 'warns', field, `/${field}/${language}`, language),
    ),
  );
}

/** A name may be short; what recognition does not mean is a sentence. */
function says(map: LanguageMap, language: LanguageTag, field: (typeof NEEDED)[number]): boolean {
  const text = map[language] ?? '';
  return field === 'doesNotMean' ? isSentence(text) : /\p{L}/u.test(text);
}

function isSentence(text: string): boolean {
  const letters = text.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
  const ofWordScripts = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
  return letters >= (ofWordScripts.test(text) ? LEAST_LETTERS_OF_WORD_SCRIPTS : LEAST_LETTERS);
}

/**
 * Criteria name what was done. Ones that only repeat the name, or that praise with nothing to look
 * for beside it, name no act.
 */
function missingAct(facts: Achievement, words: LintWords): readonly Objection[] {
  const { sourceLanguage } = facts;
  const criteria = facts.criteria[sourceLanguage] ?? '';
  if (!/\p{L}/u.test(criteria)) return [];
  const repeats = [facts.name, facts.description].some(
    (map) => plain(map[sourceLanguage] ?? '') === plain(criteria),
  );
  const primary = sourceLanguage.split('-')[0] ?? sourceLanguage;
  const { folded, excerpt } = foldedText(criteria);
  const praised = findPhrases(words, folded, primary, 'praise')[0];
  const vague = praised !== undefined && facts.requirements.length === 0;
  if (!repeats && !vague && isSentence(criteria)) return [];
  return [
    {
      ...about(
        'act_missing',
        isSentence(criteria) ? 'warns' : 'refuses',
        'criteria',
        `/criteria/${sourceLanguage}`,
        sourceLanguage,
      ),
      found: vague ? excerpt(praised.from, praised.to) : null,
    },
  ];
}

function plain(text: string): string {
  return fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** `{participantCount|volunteer}`: what to fill in, and the words that stand there meanwhile. */
const PLACEHOLDER = /\{[a-z][A-Za-z]*\|[^{}|]+\}/g;

function brokenPlaceholders(facts: Achievement): readonly Objection[] {
  return textsOf(facts)
    .filter(({ field }) => field === 'resumeHeadline' || field === 'resumeStatements')
    .flatMap(({ field, pointer, language, text }) => {
      const broken = /[^\s{}]*[{}][^{}]*[{}]?/u.exec(text.replaceAll(PLACEHOLDER, ''))?.[0];
      return broken === undefined
        ? []
        : [
            {
              ...about('placeholder_broken', 'refuses', field, pointer, language),
              found: broken.trim(),
            },
          ];
    });
}

function about(
  rule: LintRule,
  severity: Severity,
  field: LintField,
  pointer: string,
  language: LanguageTag | null = null,
): Objection {
  return { rule, severity, field, pointer, language, found: null };
}

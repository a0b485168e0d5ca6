import type { LanguageTag } from '../language.ts';

/** What an achievement's texts can be objected to for. */
export const LINT_RULES = [
  'title_above_others',
  'edit_count',
  'comparison',
  'long_experience',
  'personal_data',
  'promise',
  'act_missing',
  'text_missing',
  'meaning_missing',
  'translation_incomplete',
  'placeholder_broken',
  'term_missing',
  'evidence_missing',
] as const;
export type LintRule = (typeof LINT_RULES)[number];

/** The parts of an achievement that objections are about. */
export type LintField =
  | 'name'
  | 'description'
  | 'criteria'
  | 'requirements'
  | 'doesNotMean'
  | 'skills'
  | 'resumeHeadline'
  | 'resumeStatements'
  | 'term'
  | 'evidenceClasses';

/** `refuses`: it is not published like this. `warns`: whoever publishes it says that they have read this. */
export type Severity = 'refuses' | 'warns';

/** What is objected to, and where. */
export type Objection = {
  readonly rule: LintRule;
  readonly severity: Severity;
  readonly field: LintField;
  /** Where (JSON Pointer, RFC 6901), such as `/requirements/1/en`. */
  readonly pointer: string;
  /** The language of the text; null where no text is meant. */
  readonly language: LanguageTag | null;
  /** The words that it is about, as they were written; null where something is missing. */
  readonly found: string | null;
};

/** Tells one objection from another for as long as the words that it is about stay as they are. */
export function objectionKey({ rule, pointer, found }: Objection): string {
  return [rule, pointer, found ?? ''].join(' ');
}

import type { SecondLanguage } from '@laurel/contracts/renderer-rpc';
import type { Achievement } from '@laurel/core/achievement';
import { type LanguageTag, textIn } from '@laurel/core/language';
import type { Member } from '../acting/member.ts';
import { previewTexts } from './preview-facts.ts';

/** What stands beside the language of a preview; in the source language what is not written yet. */
export function secondOfPreview(
  facts: Achievement,
  { issuerFace }: Member,
  language: LanguageTag,
): SecondLanguage {
  const { name, description, criteria, doesNotMean } = previewTexts(facts, language);
  return {
    language,
    achievementName: name.text,
    achievementDescription: description.text,
    criteria: criteria.text,
    doesNotMean: doesNotMean.text,
    issuerName: textIn(issuerFace.names, [language], facts.sourceLanguage).text,
  };
}

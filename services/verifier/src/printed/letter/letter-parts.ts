import type { LetterSaid } from '@laurel/contracts/renderer-rpc';
import { type ChosenTexts, chosenTexts } from '@laurel/core/chosen-texts';
import type { LanguageTag } from '@laurel/core/language';
import type { SignedFacts } from '@laurel/core/signed-facts';
import type { AchievementWithIssuer } from '../../record/achievement.ts';
import { type SignedValue, signedValues } from '../signed-values.ts';
import type { LetterPart } from './compare-letter.ts';

/** A credential that was signed here, with the version of the achievement that it names. */
export type LetterSource = {
  readonly place: number;
  readonly facts: SignedFacts;
  readonly achievement: AchievementWithIssuer;
};

type Entry = LetterSaid['entries'][number];

/** What a letter in a language says of it. */
export function entryOf(
  { facts, achievement }: LetterSource,
  language: LanguageTag,
): { readonly entry: Entry; readonly texts: ChosenTexts } {
  const texts = chosenTexts(facts, achievement.facts, achievement.face, language);
  return {
    texts,
    entry: {
      ...facts,
      url: facts.url ?? '',
      language: texts.achievementName.language,
      achievementName: texts.achievementName.text,
      achievementDescription: texts.achievementDescription,
      criteria: texts.criteria,
      doesNotMean: texts.doesNotMean,
      issuerName: texts.issuerName.text,
      role: texts.role,
      demonstration: achievement.face.demonstration,
    },
  };
}

/** What was signed, with the ways in which a letter in a language says it. */
export function partOf(
  { place, facts }: LetterSource,
  texts: ChosenTexts,
  language: LanguageTag,
  hours: readonly string[],
): LetterPart {
  const inOther: Readonly<Partial<Record<SignedValue['field'], string | null>>> = {
    achievement: texts.achievementName.text,
    issuer: texts.issuerName.text,
    role: texts.role,
  };
  const values = signedValues({ ...facts, language }, hours).map((value): SignedValue => {
    if (value.field === 'signatory') return { ...value, ways: [[value.signed]] };
    const other = inOther[value.field] ?? null;
    return other === null ? value : { ...value, ways: [[other]] };
  });
  const isTranslated = texts.issuerName.language !== facts.language;
  return { place, address: facts.url ?? '', values, isTranslated };
}

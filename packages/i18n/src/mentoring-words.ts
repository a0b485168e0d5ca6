import type { SignedMentoring } from '@laurel/core/signed-mentoring';
import { nameOfLanguage } from './language-names.ts';
import type { Messages } from './messages.ts';

/** What was signed of mentoring, each fact with its label before it; topics in the words that were signed. */
export function mentoringFacts(
  { hoursBand, languages, topicWords }: SignedMentoring,
  { message }: Messages,
): readonly (readonly [label: string, value: string])[] {
  return [
    [message('mentoring-hours'), message(`mentoring-hours-${hoursBand}`)],
    [message('mentoring-languages'), languages.map(nameOfLanguage).join(', ')],
    [message('mentoring-topics'), topicWords.join(', ')],
  ];
}

/** The same, each as one text. */
export function mentoringWords(signed: SignedMentoring, messages: Messages): readonly string[] {
  return mentoringFacts(signed, messages).map(([label, value]) => `${label}: ${value}`);
}

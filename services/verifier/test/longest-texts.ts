import type { CertificateFacts, SecondLanguage } from '@laurel/contracts/renderer-rpc';
import { EVIDENCE_CLASSES } from '@laurel/core/evidence';
import { CROWDED, facts } from '../../renderer/test/facts.ts';
import type { ScriptSample } from '../../renderer/test/scripts.ts';

/** The longest that is accepted, in UTF-16 units: titles and names of issuers, and paragraphs. */
const TITLE = 120;
const PARAGRAPH = 600;
/** A user name has 85 bytes; a name that is as long in letters is longer than any. */
const NAME = 85;

/** A certificate as there are many, in a script. */
export function usualIn({ language, name, achievement, sentence }: ScriptSample): CertificateFacts {
  return facts({
    language,
    holder: { mode: 'name', name },
    achievementName: achievement,
    achievementDescription: sentence,
    criteria: `${sentence} ${sentence}`,
    doesNotMean: sentence,
  });
}

/** Every text at its longest and every fact present, in a script, beside another language as long. */
export function longestIn(
  { language, name, achievement, sentence }: ScriptSample,
  other: ScriptSample | null,
): CertificateFacts {
  return {
    ...CROWDED,
    language,
    holder: { mode: 'name', name: filled(name, NAME) },
    ...titlesOf({ achievement, sentence, name }),
    role: filled(achievement, TITLE),
    evidenceClasses: EVIDENCE_CLASSES,
    signatories: [
      { name: filled(name, NAME), office: filled(achievement, NAME) },
      { name, office: achievement },
    ],
    second: other === null ? null : secondIn(other),
  };
}

function secondIn(sample: ScriptSample): SecondLanguage {
  return { language: sample.language, ...titlesOf(sample) };
}

function titlesOf({
  achievement,
  sentence,
  name,
}: Pick<ScriptSample, 'achievement' | 'sentence' | 'name'>) {
  return {
    achievementName: filled(achievement, TITLE),
    achievementDescription: filled(sentence, PARAGRAPH),
    criteria: filled(sentence, PARAGRAPH),
    doesNotMean: filled(sentence, PARAGRAPH),
    issuerName: filled(name, TITLE),
  };
}

function filled(text: string, units: number): string {
  return `${text} `
    .repeat(Math.ceil(units / text.length))
    .slice(0, units)
    .toWellFormed()
    .trim();
}

import { letterMessagesFor } from '@laurel/i18n/letter-messages';
import { factWords } from './resume-words.ts';
import { alignmentName, type SkillGroup } from './skill-groups.ts';
import type { TypedEntry, TypedResume } from './typed-resume.ts';

/**
 * A résumé as plain text, to be pasted anywhere: each line ends in the address that verifies it. Lines
 * hold no line break of anybody, so that none can pretend to be another credential's.
 */
export function plainText({ entries, language }: TypedResume): string {
  const { message } = letterMessagesFor(language);
  return `${entries
    .map((one) => {
      const { skills, url } = one.entry;
      const known = skills.map(skillWords).filter((words) => words !== '');
      return [
        `${headOf(one, language)} ${url}`,
        ...one.lines.map((line) => `• ${line} ${url}`),
        ...(known.length === 0 ? [] : [`${message('resume-skills')}: ${known.join('; ')} ${url}`]),
      ].join('\n');
    })
    .join('\n\n')}\n`;
}

function headOf({ title, entry }: TypedEntry, language: string): string {
  return [title, entry.texts.issuerName.text, ...factWords(entry, language)].join(' · ');
}

function skillWords({ name, alignments }: SkillGroup): string {
  const entries = alignments.map(alignmentName).join(', ');
  if (name === null) return entries;
  return entries === '' ? name : `${name} [${entries}]`;
}

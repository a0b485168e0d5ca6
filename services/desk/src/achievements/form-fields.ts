import type { AchievementFacts, FactMistake } from '@laurel/contracts/achievement-facts';
import type { Messages } from '@laurel/i18n/messages';
import type { z } from 'zod';
import type { Mistakes } from '../page/fields.tsx';

/** What a part of a draft has in its form, by the names of its fields. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** The one value of a field; empty where it has none. */
export function typedIn(fields: Fields, name: string): string {
  return fields.get(name)?.[0] ?? '';
}

/** One paragraph: line breaks and runs of spaces are what a form adds. */
export function paragraph(typed: string): string {
  return typed.replaceAll(/\s+/gu, ' ').trim();
}

/** The fields of a form that was sent, as they were typed. */
export function fieldsOfForm(form: FormData): Fields {
  const fields = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue;
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return fields;
}

type FactIssue = z.ZodError<AchievementFacts>['issues'][number];

const MISTAKES: readonly string[] = [
  'unseen',
  'direction',
  'language',
  'url',
] satisfies readonly FactMistake[];

/** What is wrong, by the field that it is in. `fieldOf` names the field of a path into the facts. */
export function mistakesOf(
  issues: readonly FactIssue[],
  fieldOf: (path: readonly string[]) => string,
  messages: Messages,
): Mistakes {
  return new Map(
    issues.map((issue) => [fieldOf(issue.path.map(String)), sentence(issue, messages)]),
  );
}

function sentence(issue: FactIssue, { message }: Messages): string {
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return message('achievements-mistake-long', Number(issue.maximum));
  }
  const mistake = issue.code === 'custom' ? String(issue.params?.mistake) : '';
  if (MISTAKES.includes(mistake)) return message(mistakeKey(mistake));
  const [place = ''] = issue.path;
  if (place === 'validityMonths') return message('achievements-mistake-validity');
  if (place === 'term') return message('achievements-mistake-term');
  return message('sheets-terms-mistake');
}

function mistakeKey(mistake: string) {
  switch (mistake) {
    case 'unseen':
      return 'achievements-mistake-unseen';
    case 'direction':
      return 'achievements-mistake-direction';
    case 'language':
      return 'achievements-mistake-language';
    default:
      return 'achievements-mistake-url';
  }
}

import { type MentoringAsk, mentoringAsk } from '@laurel/contracts/mentoring-requests';
import type { Day } from '@laurel/core/day';
import { MAX_MENTORING_LANGUAGES } from '@laurel/core/mentoring';
import type { Messages } from '@laurel/i18n/messages';
import type { Mistakes } from '../../page/fields.tsx';

const ONE = ['side', 'username', 'achievement', 'start', 'end', 'topics', 'hoursBand'] as const;

/** What the form of an ask has, as it was sent. */
export type AskFields = Readonly<Record<(typeof ONE)[number], string>> & {
  /** One for each of its lists; empty where none was chosen. */
  readonly languages: readonly string[];
  readonly themes: readonly string[];
  readonly namesMentee: boolean;
};

/** The names of its lists of languages. */
export const LANGUAGE_FIELDS = Array.from(
  { length: MAX_MENTORING_LANGUAGES },
  (_, at) => `language_${at + 1}`,
);

/** A form that was not filled in. `language` is the one that is likely: the reader's. */
export function nothingTyped(language: string): AskFields {
  return {
    side: 'mentor',
    username: '',
    achievement: '',
    start: '',
    end: '',
    topics: '',
    hoursBand: '',
    languages: [language],
    themes: [],
    namesMentee: false,
  };
}

/** The fields of a form that was sent. A near name that was chosen stands in the place of the typed one. */
export function askFields(form: FormData): AskFields {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const near = text('near');
  return {
    side: text('side'),
    username: near === '' ? text('username') : near,
    achievement: text('achievement'),
    start: text('start'),
    end: text('end'),
    topics: text('topics'),
    hoursBand: text('hoursBand'),
    languages: LANGUAGE_FIELDS.map(text),
    themes: form.getAll('themes').map(String),
    namesMentee: form.get('names') !== null,
  };
}

/** The same as names and values, to be sent again. */
export function valuesOfFields({
  languages,
  themes,
  namesMentee,
  ...one
}: AskFields): readonly (readonly [name: string, value: string])[] {
  return [
    ...Object.entries(one),
    ...languages.map((tag, at) => [`language_${at + 1}`, tag] as const),
    ...themes.map((theme) => ['themes', theme] as const),
    ...(namesMentee ? [['names', 'yes'] as const] : []),
  ];
}

/** The ask that the fields have, or what is wrong with them. `today` is the last day on which it can begin. */
export function askOfFields(
  { languages, themes, topics, namesMentee: _, ...fields }: AskFields,
  today: Day,
  { message }: Messages,
): MentoringAsk | Mistakes {
  const parsed = mentoringAsk(today).safeParse({
    ...fields,
    languages: [...new Set(languages.filter((tag) => tag !== ''))],
    themes: [...new Set(themes)],
    topics: linesOf(topics),
  });
  if (parsed.success) return parsed.data;
  const wrong = new Set(
    parsed.error.issues.map(({ path: [field] }) => (field === 'themes' ? 'topics' : field)),
  );
  const places = [...ONE, 'languages'] as const;
  return new Map(
    places
      .filter((field) => wrong.has(field))
      .map((field) => [
        field === 'languages' ? 'language_1' : field,
        message(`mentoring-mistake-${field}`),
      ]),
  );
}

function linesOf(topics: string): readonly string[] {
  const lines = topics.normalize('NFC').split(/\r?\n/u);
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))];
}

/** Whether a topic has one of these names in it, however it is written: topics are signed, and names are not. */
export function hasName(topics: readonly string[], names: readonly (string | null)[]): boolean {
  // Without accents, and capitals before small letters: İ, I, ı and i are then the same.
  const comparable = (text: string) => {
    const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('_', ' ');
    return plain.toUpperCase().toLowerCase();
  };
  return names.some(
    (name) => name !== null && topics.some((topic) => comparable(topic).includes(comparable(name))),
  );
}

import { ACHIEVEMENT_THEMES, type AchievementTheme } from './achievement-theme.ts';
import { isJsonObject, type JsonObject, stringAt } from './json.ts';
import type { LanguageTag } from './language.ts';
import { HOURS_BANDS, type HoursBand, type Mentoring } from './mentoring.ts';

/** What a credential says of mentoring: each fact with its words, in the credential's language. */
export type MentoringToSign = {
  readonly hours: { readonly label: string; readonly band: HoursBand; readonly words: string };
  readonly languages: {
    readonly label: string;
    readonly each: readonly { readonly tag: LanguageTag; readonly name: string }[];
  };
  readonly topics: {
    readonly label: string;
    readonly themes: readonly { readonly theme: AchievementTheme; readonly name: string }[];
    readonly own: readonly string[];
  };
};

type Part = {
  readonly part: string;
  readonly label: string;
  readonly resultType: string;
  /** What stands after the part in a result's id, for programs, and the words, for people. */
  readonly results: readonly (readonly [key: string, words: string])[];
};

function partsOf({ hours, languages, topics }: MentoringToSign): readonly Part[] {
  return [
    {
      part: 'mentoring-hours',
      label: hours.label,
      resultType: 'ext:HoursBand',
      results: [[hours.band, hours.words]],
    },
    {
      part: 'mentoring-language',
      label: languages.label,
      resultType: 'ext:Language',
      results: languages.each.map(({ tag, name }) => [tag, name]),
    },
    {
      part: 'mentoring-topic',
      label: topics.label,
      resultType: 'ext:Topic',
      results: [
        ...topics.themes.map(({ theme, name }) => [theme, name] as const),
        ...topics.own.map((words, at) => [`own-${at + 1}`, words] as const),
      ],
    },
  ];
}

/**
 * Mentoring as results (1EdTech Open Badges 3.0, ResultDescription and Result), so that verifiers who know nothing
 * of it show each with its label. A result's id ends in what its words stand for, after the part's name: a band
 * of hours, a language tag, a theme. Whom it was about is nowhere.
 */
export function mentoringResults(
  said: MentoringToSign,
  achievementUrl: string,
  subjectId: string,
): { readonly descriptions: readonly JsonObject[]; readonly results: readonly JsonObject[] } {
  const parts = partsOf(said);
  return {
    descriptions: parts.map(({ part, label, resultType }) => ({
      id: `${achievementUrl}#${part}`,
      type: ['ResultDescription'],
      name: label,
      resultType,
    })),
    results: parts.flatMap(({ part, results }) =>
      results.map(([key, words]) => ({
        id: `${subjectId}#${part}-${key}`,
        type: ['Result'],
        resultDescription: `${achievementUrl}#${part}`,
        value: words,
      })),
    ),
  };
}

/** What was signed of mentoring. */
export type SignedMentoring = Mentoring & {
  /** Of all topics, in the words that were signed. */
  readonly topicWords: readonly string[];
};

/** What a document of ours says of mentoring; null where it says nothing of it. Themes and languages are read
 * from ids, as their words are in the credential's language. */
export function mentoringIn(results: readonly JsonObject[]): SignedMentoring | null {
  const keyed = (part: string) =>
    results.flatMap((result) => {
      const id = stringAt(result, 'id') ?? '';
      const at = id.lastIndexOf(`#${part}-`);
      const words = stringAt(result, 'value');
      return at < 0 || words === null ? [] : [{ key: id.slice(at + part.length + 2), words }];
    });
  const [hours] = keyed('mentoring-hours');
  const hoursBand = HOURS_BANDS.find((band) => band === hours?.key);
  if (hoursBand === undefined) return null;
  const topics = keyed('mentoring-topic');
  return {
    hoursBand,
    languages: keyed('mentoring-language').map(({ key }) => key),
    themes: ACHIEVEMENT_THEMES.filter((theme) => topics.some(({ key }) => key === theme)),
    topics: topics.filter(({ key }) => key.startsWith('own-')).map(({ words }) => words),
    topicWords: topics.map(({ words }) => words),
  };
}

/** The results of a subject, as far as they are objects. */
export function resultsOf(subject: JsonObject): readonly JsonObject[] {
  const { result } = subject;
  return (Array.isArray(result) ? result : [result]).filter(isJsonObject);
}

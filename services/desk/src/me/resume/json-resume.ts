import type { Day } from '@laurel/core/day';
import type { JsonObject } from '@laurel/core/json';
import { alignmentName, allSkills } from './skill-groups.ts';
import type { TypedResume } from './typed-resume.ts';

const SCHEMA = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json';

/**
 * A résumé in JSON Resume 1.0.0 (jsonresume.org, `volunteer`, `certificates` and `skills`), to be merged
 * into one's own: it has no `basics`, as the name is the holder's to give.
 */
export function jsonResume({ entries, language }: TypedResume, madeOn: Day): JsonObject {
  return {
    $schema: SCHEMA,
    volunteer: entries.map(({ entry, title, lines }) => ({
      organization: entry.texts.issuerName.text,
      position: title,
      url: entry.url,
      ...days(entry.period),
      summary: `${entry.texts.achievementName.text} ${entry.url}`,
      highlights: lines.map((line) => `${line} ${entry.url}`),
    })),
    certificates: entries.map(({ entry }) => ({
      name: entry.texts.achievementName.text,
      date: entry.issuedOn,
      url: entry.url,
      issuer: entry.texts.issuerName.text,
    })),
    skills: allSkills(entries.map(({ entry }) => entry)).map(({ name, alignments }) => ({
      name: name ?? 'ESCO, O*NET',
      keywords: alignments.map(alignmentName),
    })),
    meta: { version: 'v1.0.0', lastModified: `${madeOn}T00:00:00`, language },
  };
}

function days(period: { readonly start: Day; readonly end: Day } | null): JsonObject {
  return period === null ? {} : { startDate: period.start, endDate: period.end };
}

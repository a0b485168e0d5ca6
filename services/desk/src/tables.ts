import { describedAt } from '@laurel/api-description/any-origin';
import { type Catalogue, catalogueFrom } from '@laurel/catalogue/catalogue-from';
import type { LintWords } from '@laurel/core/lint/phrases';
import tables from '../generated/tables.json' with { type: 'json' };

/** What is large and seldom needed: static assets, each but one read once in the life of an isolate. */
export type Tables = {
  readonly catalogue: () => Promise<Catalogue>;
  /** The words that drafts of achievements are looked through for. */
  readonly lintWords: () => Promise<LintWords>;
  /** How the API describes itself (OpenAPI 3.1), as JSON. It is read each time. */
  readonly description: (origin: string) => Promise<string>;
  /** The file that this is read from; another one where it says anything else. */
  readonly descriptionFile: string;
};

/** The classifications of skills, which pages name. They are few, and at hand. */
export const FRAMEWORKS: Catalogue['frameworks'] = tables.frameworks;

let catalogue: Catalogue | null = null;
let lintWords: LintWords | null = null;

/** The tables, each by a reader of static assets. */
export function tablesBy(read: (name: string) => Promise<string>): Tables {
  return {
    catalogue: async () => {
      catalogue ??= catalogueFrom(JSON.parse(await read(tables.catalogue)));
      return catalogue;
    },
    lintWords: async () => {
      const words: LintWords = lintWords ?? JSON.parse(await read(tables.lintWords));
      lintWords = words;
      return words;
    },
    descriptionFile: tables.description,
    description: async (origin) => describedAt(origin, await read(tables.description)),
  };
}

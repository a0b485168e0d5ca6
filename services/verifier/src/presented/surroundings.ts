import type { Context } from 'hono';
import type { App } from '../env.ts';
import { publicDatabases } from '../record/database.ts';
import type { CallRetrievals } from '../retrieval/retrieve.ts';
import type { Surroundings } from './report.ts';

/** What surrounds the verification of one credential that somebody asks for by HTTP. */
export function surroundingsOf(c: Context<App>, retrievals: CallRetrievals): Surroundings {
  return {
    printedWords: (languages, hours) => c.env.RENDERER.printedWords(languages, hours),
    letterWords: (said, pages) => c.env.RENDERER.letterWords(said, pages),
    databases: publicDatabases(c.env),
    origin: c.env.LAUREL_ORIGIN,
    nowSeconds: c.var.nowSeconds,
    retrieve: retrievals.forCredential(),
    work: retrievals.work,
  };
}

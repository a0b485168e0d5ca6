import type { Context } from 'hono';
import type { App } from '../env.ts';
import { publicDatabase } from '../record/database.ts';
import { retrieveWithin } from '../retrieval/retrieve.ts';
import type { Surroundings } from './report.ts';

/** What a verification that somebody asks for by HTTP is surrounded by. */
export function surroundingsOf(c: Context<App>): Surroundings {
  return {
    printedWords: (languages, hours) => c.env.RENDERER.printedWords(languages, hours),
    db: publicDatabase(c.env.PUBLIC),
    origin: c.env.LAUREL_ORIGIN,
    nowSeconds: c.var.nowSeconds,
    retrieve: retrieveWithin(),
  };
}

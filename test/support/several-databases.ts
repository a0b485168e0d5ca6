import { CATALOGUE } from '@laurel/catalogue/catalogue';
import { GRANTS } from '@laurel/core/issuer';
import {
  accountIdOf,
  DEMONSTRATION_ISSUER,
  ORGANIZER,
} from '../../development/demonstration/seed.ts';
import { type Laurel, type LaurelOptions, startLaurel } from './laurel.ts';

const DAY_SECONDS = 86_400;

/** What tests award, and another one. */
const AWARDED = ['training-workshop-participation', 'workshop-trainer'];

/** A running Laurel whose PUBLIC is spread over three databases, as an organizer of an issuer in each sees it. */
export type SpreadLaurel = {
  readonly laurel: Laurel;
  /** By the number of the database, from 1. */
  readonly issuers: readonly Laurel[];
};

/** Starts one, and lets issuers in until each database has one that awards. */
export async function startSpreadLaurel(options: LaurelOptions = {}): Promise<SpreadLaurel> {
  const laurel = await startLaurel({ publicDatabases: 3, ...options });
  const found = new Map([[await databaseOf(laurel, laurel.issuer), laurel]]);
  for (const slug of ['aburi', 'bissau', 'cotonou', 'dakar']) {
    if (found.size === 3) break;
    const token = await anIssuer(laurel, slug);
    found.set(await databaseOf(laurel, slug), { ...laurel, issuer: slug, token });
  }
  const issuers = [1, 2, 3].flatMap((number) => found.get(number) ?? []);
  if (issuers.length < 3) throw new Error('a database was left without an issuer');
  return { laurel, issuers };
}

/** The number of the database that the directory has an issuer in. */
async function databaseOf({ runtime }: Laurel, slug: string): Promise<number> {
  const first = await runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  const row = await first
    .prepare('select database_number from issuer_databases where issuer = ?')
    .bind(slug)
    .first<number>('database_number');
  return row ?? 1;
}

/** How many rows of a table each of the databases has, where a condition holds. */
export async function countsIn(
  { runtime }: Laurel,
  table: string,
  condition = '1',
): Promise<readonly number[]> {
  const counts: number[] = [];
  for (const binding of runtime.publicDatabases) {
    const store = await runtime.miniflare.getD1Database(binding, 'laurel-signer');
    const count = await store
      .prepare(`select count(*) as count from ${table} where ${condition}`)
      .first<number>('count');
    counts.push(count ?? 0);
  }
  return counts;
}

/** Lets an issuer in, with members and achievements; a token that may award for it. */
async function anIssuer({ stewardship }: Laurel, slug: string): Promise<string> {
  const endsAtSeconds = Math.floor(Date.now() / 1000) + 90 * DAY_SECONDS;
  const organizer = accountIdOf(ORGANIZER);
  await stewardship.establishIssuer({
    ...DEMONSTRATION_ISSUER,
    slug,
    names: { en: `Volunteers of ${slug}` },
    descriptions: { en: 'An invented group of volunteers.' },
  });
  for (const grant of GRANTS) await stewardship.grant(slug, organizer, grant, endsAtSeconds);
  await stewardship.putAchievements(
    slug,
    CATALOGUE.achievements
      .filter((achievement) => AWARDED.includes(achievement.slug))
      .map(({ themes, skillIds, sourceLines, ...achievement }) => achievement),
  );
  const scopes = ['awards:write', 'awards:read', 'awards:revoke'] as const;
  return stewardship.makeToken(slug, organizer, scopes, endsAtSeconds);
}

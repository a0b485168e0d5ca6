import type { Catalogue } from '@laurel/catalogue/catalogue-from';
import { AchievementFacts } from '@laurel/contracts/achievement-facts';
import type { BeginRequest } from '@laurel/contracts/achievement-requests';
import type { AchievementKind } from '@laurel/core/achievement';
import type { Failure } from '@laurel/core/failure';
import type { LanguageTag } from '@laurel/core/language';
import { ok, type Result, refuse } from '@laurel/core/result';
import { achievementDrafts } from '@laurel/store/private/desk';
import { sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import { draftFacts, firstRevision } from './save-draft.ts';
import { slugFrom } from './slug-from.ts';

/** Slugs that are tried before one is drawn: the plain one, then with a number. */
const TRIED_SLUGS = 9;

/** Begins an achievement from a template of the catalogue or from nothing; its slug. */
export async function beginDraft(
  desk: Desk,
  actor: Actor,
  request: BeginRequest,
): Promise<Result<string, Failure>> {
  const begun =
    'template' in request
      ? fromTemplate(await desk.tables.catalogue(), request.template)
      : fromNothing(request);
  if (!begun.ok) return begun;
  const { wanted, facts } = begun.value;
  const numbered = Array.from({ length: TRIED_SLUGS }, (_, at) =>
    at === 0 ? wanted : `${wanted}-${at + 1}`,
  );
  for (const slug of [...numbered, `${wanted}-${freshId().toLowerCase()}`]) {
    if (await insertDraft(desk, actor, slug, facts)) return ok(slug);
  }
  throw new Error('no slug is free');
}

/** Writes a draft under a slug that the issuer has nothing under yet; false where it has. */
async function insertDraft(
  { store, nowSeconds }: Desk,
  { issuer, accountId }: Actor,
  slug: string,
  facts: AchievementFacts,
): Promise<boolean> {
  const inserted = await store
    .insert(achievementDrafts)
    .select(sql`
      select ${issuer}, ${slug}, ${JSON.stringify(draftFacts(slug, facts))}, ${accountId}, ${nowSeconds},
        ${firstRevision(nowSeconds)}
      where not exists (select 1 from achievements where issuer = ${issuer} and slug = ${slug})`)
    .onConflictDoNothing()
    .returning({ slug: achievementDrafts.slug });
  return inserted.length > 0;
}

type Begun = { readonly wanted: string; readonly facts: AchievementFacts };

function fromTemplate({ achievements }: Catalogue, name: string): Result<Begun, Failure> {
  const template = achievements.find(({ slug }) => slug === name);
  if (template === undefined) return refuse({ reason: 'page_unknown' });
  const { slug, version, themes, skillIds, sourceLines, ...facts } = template;
  return ok({ wanted: slug, facts: AchievementFacts.parse(facts) });
}

type Nothing = {
  readonly kind: AchievementKind;
  readonly language: LanguageTag;
  readonly name: string;
};

function fromNothing({ kind, language, name }: Nothing): Result<Begun, Failure> {
  const facts = AchievementFacts.safeParse({
    kind,
    theme: null,
    engagementLevels: [],
    sourceLanguage: language,
    drafts: [],
    name: { [language]: name },
    description: {},
    criteria: {},
    requirements: [],
    doesNotMean: {},
    skills: [],
    alignments: [],
    evidenceClasses: [],
    hours: kind === 'training' ? 'recommended' : 'optional',
    term: kind === 'role' ? USUAL_TERM : null,
    validityMonths: null,
    resumeHeadline: {},
    resumeStatements: [],
  });
  if (facts.success) return ok({ wanted: slugFrom(name, kind), facts: facts.data });
  const issues = facts.error.issues.map(({ message: detail }) => ({ pointer: '/name', detail }));
  return refuse({ reason: 'request_invalid', issues });
}

/** What most roles of the catalogue have. */
const USUAL_TERM = {
  lengthMonths: 12,
  maxLengthMonths: 12,
  renewable: true,
  consecutiveTermsLimit: 2,
  pauseMonths: null,
} as const;

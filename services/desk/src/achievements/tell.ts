import type { CatalogueAchievement } from '@laurel/catalogue/catalogue-from';
import type { Achievement } from '@laurel/core/achievement';
import { type Objection, objectionKey } from '@laurel/core/lint/objection';

/** Objections for a program, each with the key by which it says that somebody has read it. */
export function toldObjections(objections: readonly Objection[]) {
  return objections.map((objection) => ({ ...objection, key: objectionKey(objection) }));
}

/** What was written of an achievement, in the form in which it is put. */
export function toldFacts({ slug: _, version: __, ...facts }: Achievement) {
  return facts;
}

/** A template for a program: its facts, and where in the source it comes from. */
export function templateSaid(template: CatalogueAchievement) {
  const { slug, version: _, themes, skillIds: __, sourceLines, ...achievement } = template;
  return { template: slug, themes, sourceLines, achievement };
}

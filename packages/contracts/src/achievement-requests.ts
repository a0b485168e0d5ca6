import { ACHIEVEMENT_KINDS } from '@laurel/core/achievement';
import * as z from 'zod';
import { AchievementFacts } from './achievement-facts.ts';

/** The word by which an achievement is called in addresses and requests. */
export const AchievementSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(63);

/** `POST …/achievements/drafts`: from a template of the catalogue, or from nothing but a name. */
export const BeginRequest = z.union([
  z.strictObject({ template: z.string().min(1).max(100) }),
  z.strictObject({
    kind: z.enum(ACHIEVEMENT_KINDS),
    language: AchievementFacts.shape.sourceLanguage,
    name: z.string().trim().min(1).max(120),
  }),
]);
export type BeginRequest = z.infer<typeof BeginRequest>;

/** `PUT …/achievements/{achievement}/draft`: the whole of it, over the revision that was read, also where there is none yet. */
export const DraftRequest = z.strictObject({
  revision: z.int().min(0),
  achievement: AchievementFacts,
});

/** `POST …/achievements/{achievement}/publish`: the draft as it was read, and the keys of objections that were read. */
export const PublishRequest = z.strictObject({
  revision: z.int().min(1),
  read: z.array(z.string().max(2_000)).max(500),
});

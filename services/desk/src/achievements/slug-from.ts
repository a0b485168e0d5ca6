import type { AchievementKind } from '@laurel/core/achievement';

/** Leaves room in an address for a number after it. */
const MAX_LENGTH = 40;

/** Addresses that stand where an achievement's does. */
const TAKEN = new Set(['drafts', 'templates', 'lint']);

/** The word by which an achievement of this name is called in addresses; its kind where no Latin letter is left. */
export function slugFrom(name: string, kind: AchievementKind): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replaceAll(/^-+|-+$/g, '');
  if (TAKEN.has(slug)) return `${slug}-${kind}`;
  return /[a-z]/.test(slug) ? slug : kind;
}

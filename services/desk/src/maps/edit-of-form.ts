import { type AchievementReference, referenceTo } from '@laurel/core/achievement-map';
import { achievementUrl } from '@laurel/core/addresses';
import type { MapEdit } from '@laurel/core/edit-map';
import { achievements } from '@laurel/store/private/desk';
import { eq } from 'drizzle-orm';
import { paragraph } from '../achievements/form-fields.ts';
import type { Desk } from '../env.ts';

/** What a button of the page does, by its value, such as `move_step 1 workshop-trainer`. */
const BUTTON = /^(move_lane|move_step|remove_lane|remove_step)(?: (-?1))? ([a-z0-9/-]{1,120})$/;

/** The change that a form of the page of a map asks for; null for none that there is. */
export async function editOfForm(
  desk: Desk,
  issuer: string,
  form: URLSearchParams,
): Promise<MapEdit | null> {
  const asked = form.get('edit') ?? '';
  if (asked === 'add_lane') return { edit: 'add_lane', title: paragraph(form.get('title') ?? '') };
  if (asked === 'add_step') {
    const lane = laneIn(form.get('lane'));
    const other = (form.get(`other-${lane}`) ?? '').trim();
    const own = form.get(`achievement-${lane}`) ?? '';
    const achievement = other === '' ? own : await namedByAddress(desk, issuer, other);
    return { edit: 'add_step', lane, achievement };
  }
  const [, edit, by, what = ''] = BUTTON.exec(asked) ?? [];
  switch (edit) {
    case 'move_lane':
      return { edit, lane: laneIn(what), by: byIn(by) };
    case 'remove_lane':
      return { edit, lane: laneIn(what) };
    case 'move_step':
      return { edit, achievement: what, by: byIn(by) };
    case 'remove_step':
      return { edit, achievement: what };
    default:
      return null;
  }
}

/** Another issuer's achievement, by the address of its page; what is none stays as it was typed. */
async function namedByAddress(
  { store, origin }: Desk,
  issuer: string,
  typed: string,
): Promise<AchievementReference> {
  const prefix = achievementUrl(origin, '');
  if (!typed.startsWith(prefix)) return typed;
  const id = typed.slice(prefix.length).split(/[?#]/)[0] ?? '';
  const [found] = await store
    .select({ issuer: achievements.issuer, slug: achievements.slug })
    .from(achievements)
    .where(eq(achievements.id, id));
  return found === undefined ? typed : referenceTo(found, issuer);
}

/** The place of a lane in a form, from 0; one that is no number is none that there is. */
export function laneIn(typed: string | null): number {
  return /^\d$/.test(typed ?? '') ? Number(typed) : -1;
}

function byIn(typed: string | undefined): -1 | 1 {
  return typed === '-1' ? -1 : 1;
}

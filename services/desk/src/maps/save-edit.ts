import { MapContent } from '@laurel/contracts/map-requests';
import type { AchievementMap } from '@laurel/core/achievement-map';
import { editMap, type MapEdit } from '@laurel/core/edit-map';
import type { Failure } from '@laurel/core/failure';
import { type Result, refuse } from '@laurel/core/result';
import { pointerTo } from '@laurel/http/read-json';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';
import type { DeskMap } from './find-map.ts';
import { saveMap } from './save-map.ts';

/** Makes one change of a map, over the revision that whoever makes it has seen. The new revision. */
export async function saveEdit(
  desk: Desk,
  actor: Actor,
  found: DeskMap,
  revision: number,
  change: MapEdit,
): Promise<Result<number, Failure>> {
  if (found.revision !== revision) return refuse({ reason: 'draft_changed' });
  const edited = editMap(found.draft, change);
  if (edited === null) {
    const detail = 'There is no room for it, or it is on the map already.';
    return refuse({ reason: 'request_invalid', issues: [{ pointer: '', detail }] });
  }
  return saveChecked(desk, actor, found, revision, edited);
}

/** Keeps a map that a form has made, once it is what a map must be. */
export async function saveChecked(
  desk: Desk,
  actor: Actor,
  { slug }: DeskMap,
  revision: number,
  map: AchievementMap,
): Promise<Result<number, Failure>> {
  const checked = MapContent.safeParse(map);
  if (checked.success) return saveMap(desk, actor, slug, revision, checked.data);
  const issues = checked.error.issues.map(({ path, message: detail }) => ({
    pointer: pointerTo(path),
    detail,
  }));
  return refuse({ reason: 'request_invalid', issues });
}

/** The revision in a form; one that is no number is none that there is. */
export function revisionIn(form: FormData | URLSearchParams): number {
  const typed = String(form.get('revision') ?? '');
  return /^\d{1,15}$/.test(typed) ? Number(typed) : -1;
}

import { MAX_MAP_BYTES, MAX_MAP_LENGTHS } from '@laurel/contracts/map-requests';
import { MAX_NEXT } from '@laurel/core/achievement-map';
import type { Failure } from '@laurel/core/failure';
import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { fieldsOfForm, paragraph, typedIn } from '../achievements/form-fields.ts';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { readUpload } from '../session/read-upload.ts';
import { laneIn } from './edit-of-form.ts';
import type { DeskMap } from './find-map.ts';
import { knownAchievements, namedOn } from './known-achievements.ts';
import { goTo, type MapContext, mapPage, withMap } from './map-page.ts';
import { revisionIn, saveEdit } from './save-edit.ts';
import { type StepFields, StepPage } from './step-page.tsx';

/** One step of a map that is drawn. */
export const stepRoutes = new Hono<MemberApp>();

stepRoutes.get('/:map/draft/steps', (c) =>
  withMap(c, (found) => {
    const fields = fieldsOfStep(found, c.req.query('achievement') ?? '');
    return fields === null
      ? refuseMember(c, { reason: 'page_unknown' }, `/maps/${found.slug}/draft`)
      : stepPage(c, found, fields, NO_MISTAKES, null);
  }),
);

stepRoutes.post('/:map/draft/steps', (c) =>
  withMap(c, async (found) => {
    const { desk, member } = c.var;
    const form = await readUpload(c.req.raw, MAX_MAP_BYTES);
    if (!form.ok) return refuseMember(c, form.failure, `/maps/${found.slug}/draft`);
    const typed = fieldsOfForm(form.value);
    const fields: StepFields = {
      achievement: typedIn(typed, 'achievement'),
      lane: laneIn(typedIn(typed, 'lane')),
      hint: paragraph(typedIn(typed, 'hint')),
      next: typed.get('next') ?? [],
    };
    if (fieldsOfStep(found, fields.achievement) === null) {
      return refuseMember(c, { reason: 'page_unknown' }, `/maps/${found.slug}/draft`);
    }
    const mistakes = mistakesIn(c, fields);
    if (mistakes.size > 0) return stepPage(c, found, fields, mistakes, null);
    const change = { edit: 'set_step', ...fields } as const;
    const saved = await saveEdit(desk, member, found, revisionIn(form.value), change);
    return saved.ok
      ? goTo(c, `/${found.slug}/draft?done=saved#lane-${fields.lane}`)
      : stepPage(c, found, fields, NO_MISTAKES, saved.failure);
  }),
);

/** A step as its form begins with it; null where it is not on the map. */
function fieldsOfStep({ draft }: DeskMap, achievement: string): StepFields | null {
  for (const [lane, { steps }] of draft.lanes.entries()) {
    const step = steps.find((one) => one.achievement === achievement);
    if (step === undefined) continue;
    return { achievement, lane, hint: step.hint[draft.sourceLanguage] ?? '', next: step.next };
  }
  return null;
}

function mistakesIn(c: MapContext, { hint, next }: StepFields): Mistakes {
  const { message } = readerOf(c.req.raw).messages;
  const mistakes = new Map<string, string>();
  if (hint.length > MAX_MAP_LENGTHS.hint) {
    mistakes.set('hint', message('achievements-mistake-long', MAX_MAP_LENGTHS.hint));
  }
  if (next.length > MAX_NEXT) mistakes.set('next', message('maps-mistake-next', MAX_NEXT));
  return mistakes;
}

async function stepPage(
  c: MapContext,
  found: DeskMap,
  fields: StepFields,
  mistakes: Mistakes,
  failure: Failure | null,
): Promise<Response> {
  const { desk, member } = c.var;
  const reader = readerOf(c.req.raw);
  return mapPage(c, {
    title: reader.messages.message('maps-step'),
    path: `/${found.slug}/draft/steps?achievement=${encodeURIComponent(fields.achievement)}`,
    status: statusOfForm(failure, mistakes),
    children: (
      <StepPage
        found={found}
        known={await knownAchievements(desk, member.issuer, namedOn(found.draft))}
        fields={fields}
        mistakes={mistakes}
        failure={failure}
        reader={reader}
      />
    ),
  });
}

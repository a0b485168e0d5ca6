import { stepsOf } from '@laurel/core/achievement-map';
import type { MapEdit } from '@laurel/core/edit-map';
import type { Failure } from '@laurel/core/failure';
import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { nameOf } from '../achievements/achievement-page.ts';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { currentAchievements } from '../awarding/find-achievement.ts';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { readForm } from '../session/read-form.ts';
import { DraftPage, type TypedEdit } from './draft-page.tsx';
import { editOfForm, laneIn } from './edit-of-form.ts';
import { knownAchievements, namedOn } from './known-achievements.ts';
import { goTo, type MapContext, mapPage, withMap } from './map-page.ts';
import { revisionIn, saveEdit } from './save-edit.ts';

const NOTHING_TYPED: TypedEdit = { title: '', lane: -1, other: '' };

/** A map to be drawn. */
export const draftRoutes = new Hono<MemberApp>();

draftRoutes.use('/:map/draft/*', requireScope('issuer:write'));

draftRoutes.get('/:map/draft', (c) => draftPage(c, {}));

draftRoutes.post('/:map/draft', (c) =>
  withMap(c, async (found) => {
    const { desk, member } = c.var;
    const form = await readForm(c.req.raw);
    if (!form.ok) return refuseMember(c, form.failure, `/maps/${found.slug}/draft`);
    const change = await editOfForm(desk, member.issuer, form.value);
    if (change === null) return draftPage(c, {});
    const lane = laneIn(form.value.get('lane'));
    const typed = {
      title: form.value.get('title') ?? '',
      lane,
      other: form.value.get(`other-${lane}`) ?? '',
    };
    const mistake = mistakeOf(c, change, lane);
    if (mistake.size > 0) return draftPage(c, { typed, mistakes: mistake });
    const saved = await saveEdit(desk, member, found, revisionIn(form.value), change);
    if (saved.ok) return goTo(c, `/${found.slug}/draft?done=saved${placeOf(change)}`);
    const { failure } = saved;
    return failure.reason === 'request_invalid'
      ? draftPage(c, { typed, mistakes: mistakesOf(c, change, lane) })
      : draftPage(c, { typed, failure });
  }),
);

/** Where the eyes go on, after the page was loaded anew. */
function placeOf(change: MapEdit): string {
  return 'lane' in change && change.edit !== 'remove_lane' ? `#lane-${change.lane}` : '#content';
}

/** What a form lacks that can be said before anything is looked up. */
function mistakeOf(c: MapContext, change: MapEdit, lane: number): Mistakes {
  const { message } = readerOf(c.req.raw).messages;
  if (change.edit === 'add_lane' && change.title === '') {
    return new Map([['title', message('maps-mistake-lane')]]);
  }
  return change.edit === 'add_step' && change.achievement === ''
    ? new Map([[`achievement-${lane}`, message('maps-mistake-choose')]])
    : NO_MISTAKES;
}

function mistakesOf(c: MapContext, change: MapEdit, lane: number): Mistakes {
  const { message } = readerOf(c.req.raw).messages;
  return change.edit === 'add_step'
    ? new Map([[`achievement-${lane}`, message('maps-mistake-step')]])
    : new Map([['title', message('maps-mistake-lane')]]);
}

type DraftShown = {
  readonly typed?: TypedEdit;
  readonly mistakes?: Mistakes;
  readonly failure?: Failure;
  /** What was typed for a language and is none. */
  readonly typedLanguage?: string;
};

/** The page of a map to be drawn; also where something that was sent for it is refused. */
export function draftPage(
  c: MapContext,
  { typed = NOTHING_TYPED, mistakes = NO_MISTAKES, failure, typedLanguage }: DraftShown,
): Promise<Response> {
  return withMap(c, async (found) => {
    const { desk, member } = c.var;
    const reader = readerOf(c.req.raw);
    const { message } = reader.messages;
    const { draft, slug } = found;
    const on = new Set(stepsOf(draft).map(({ achievement }) => achievement));
    const [known, current] = await Promise.all([
      knownAchievements(desk, member.issuer, namedOn(draft)),
      currentAchievements(desk, member.issuer),
    ]);
    const isMistaken = typedLanguage !== undefined;
    return mapPage(c, {
      title: message('maps-draw'),
      path: `/${slug}/draft`,
      status: isMistaken ? 422 : statusOfForm(failure ?? null, mistakes),
      children: (
        <DraftPage
          found={found}
          known={known}
          choices={current
            .filter((facts) => !on.has(facts.slug))
            .map((facts) => {
              const { text, language } = nameOf(facts, reader);
              return { slug: facts.slug, text, lang: language };
            })}
          done={c.req.query('done') === 'saved' ? message('achievements-saved') : null}
          typed={typed}
          typedLanguage={{
            typed: typedLanguage ?? '',
            mistake: isMistaken ? message('achievements-mistake-language') : undefined,
          }}
          mistakes={mistakes}
          failure={failure ?? null}
          reader={reader}
        />
      ),
    });
  });
}

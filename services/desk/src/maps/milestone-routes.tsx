import { MAX_MAP_BYTES } from '@laurel/contracts/map-requests';
import type { MapMilestone } from '@laurel/core/achievement-map';
import type { Failure } from '@laurel/core/failure';
import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { nameOf } from '../achievements/achievement-page.ts';
import { fieldsOfForm, typedIn } from '../achievements/form-fields.ts';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { currentAchievements } from '../awarding/find-achievement.ts';
import { NO_MISTAKES } from '../page/fields.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { readUpload } from '../session/read-upload.ts';
import type { DeskMap } from './find-map.ts';
import { knownAchievements, namedOn } from './known-achievements.ts';
import { goTo, type MapContext, mapPage, withMap } from './map-page.ts';
import { type MilestoneFields, MilestonePage } from './milestone-page.tsx';
import { revisionIn, saveEdit } from './save-edit.ts';
import { stepChoices } from './step-choices.ts';

/** What a map’s steps can be thanked with. */
export const milestoneRoutes = new Hono<MemberApp>();

milestoneRoutes.get('/:map/draft/milestone', (c) =>
  withMap(c, (found) => milestonePage(c, found, begunWith(found.draft.milestone), null)),
);

milestoneRoutes.post('/:map/draft/milestone', (c) =>
  withMap(c, async (found) => {
    const { desk, member } = c.var;
    const form = await readUpload(c.req.raw, MAX_MAP_BYTES);
    if (!form.ok) return refuseMember(c, form.failure, `/maps/${found.slug}/draft`);
    const typed = fieldsOfForm(form.value);
    const fields: MilestoneFields = {
      achievement: typedIn(typed, 'achievement'),
      which: typedIn(typed, 'which') === 'some' ? 'some' : 'all',
      steps: typed.get('step') ?? [],
    };
    const milestone = milestoneOf(fields);
    const change = { edit: 'set_milestone', milestone } as const;
    const saved = await saveEdit(desk, member, found, revisionIn(form.value), change);
    return saved.ok
      ? goTo(c, `/${found.slug}/draft?done=saved`)
      : milestonePage(c, found, fields, saved.failure);
  }),
);

function begunWith(milestone: MapMilestone | null): MilestoneFields {
  if (milestone === null) return { achievement: '', which: 'all', steps: [] };
  const { achievement, steps } = milestone;
  return steps === 'all'
    ? { achievement, which: 'all', steps: [] }
    : { achievement, which: 'some', steps };
}

function milestoneOf({ achievement, which, steps }: MilestoneFields): MapMilestone | null {
  return achievement === '' ? null : { achievement, steps: which === 'all' ? 'all' : steps };
}

async function milestonePage(
  c: MapContext,
  found: DeskMap,
  fields: MilestoneFields,
  failure: Failure | null,
): Promise<Response> {
  const { desk, member } = c.var;
  const reader = readerOf(c.req.raw);
  const [known, current] = await Promise.all([
    knownAchievements(desk, member.issuer, namedOn(found.draft)),
    currentAchievements(desk, member.issuer),
  ]);
  return mapPage(c, {
    title: reader.messages.message('maps-milestone-set'),
    path: `/${found.slug}/draft/milestone`,
    status: statusOfForm(failure, NO_MISTAKES),
    children: (
      <MilestonePage
        found={found}
        achievements={current
          .filter(({ kind }) => kind !== 'role')
          .map((facts) => {
            const { text, language } = nameOf(facts, reader);
            return { value: facts.slug, label: text, lang: language };
          })}
        steps={stepChoices(found, known, reader)}
        fields={fields}
        failure={failure}
        reader={reader}
      />
    ),
  });
}

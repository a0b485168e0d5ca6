import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import {
  type AchievementContext,
  achievementPage,
  goTo,
} from '../achievements/achievement-page.ts';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { findAchievement } from '../awarding/find-achievement.ts';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { readUpload } from '../session/read-upload.ts';
import { findRule, trainable } from './rule.ts';
import { formOf, ruleOf, type TypedRule, typedRule } from './rule-form.ts';
import { RulePage } from './rule-page.tsx';
import { removeRule, setRule } from './set-rule.ts';

const MAX_FORM_BYTES = 16 * 1024;

/** What whoever completes a training may award, under an issuer’s desk. */
export const trainerRulePages = new Hono<MemberApp>();

trainerRulePages.use('/:achievement/trainers', requireScope('members:write'));

trainerRulePages.get('/:achievement/trainers', (c) =>
  rulePage(c, c.req.param('achievement'), null, NO_MISTAKES),
);

trainerRulePages.post('/:achievement/trainers', async (c) => {
  const { desk, member } = c.var;
  const slug = c.req.param('achievement');
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refuseMember(c, form.failure, '/achievements');
  if (form.value.has('remove')) {
    await removeRule(desk, member, slug);
    return goTo(c, `/${slug}/trainers?done=removed`);
  }
  const typed = typedRule(form.value);
  const reader = readerOf(c.req.raw);
  const asked = ruleOf(typed, reader);
  if (!('months' in asked)) return rulePage(c, slug, typed, asked);
  const set = await setRule(desk, member, slug, asked);
  if (set.ok) return goTo(c, `/${slug}/trainers?done=set`);
  if (set.failure.reason !== 'request_invalid') {
    return refuseMember(c, set.failure, '/achievements');
  }
  const mistake = reader.messages.message('trainers-refused');
  return rulePage(c, slug, typed, new Map([['may_award', mistake]]));
});

async function rulePage(
  c: AchievementContext,
  slug: string,
  typed: TypedRule | null,
  mistakes: Mistakes,
): Promise<Response> {
  const { desk, member } = c.var;
  const training = await findAchievement(desk, member.issuer, slug);
  if (training === null || training.facts.kind !== 'training') {
    return refuseMember(c, { reason: 'page_unknown' }, '/achievements');
  }
  const reader = readerOf(c.req.raw);
  const [rule, offered] = await Promise.all([
    findRule(desk, member.issuer, training.facts.slug),
    trainable(desk, member.issuer, training.facts.slug),
  ]);
  return achievementPage(c, {
    title: reader.messages.message('trainers-title'),
    path: `/${slug}/trainers`,
    status: statusOfForm(null, mistakes),
    children: (
      <RulePage
        issuer={member.issuer}
        training={training.facts}
        offered={offered}
        typed={typed ?? formOf(rule)}
        isSet={rule !== null}
        done={(['set', 'removed'] as const).find((one) => one === c.req.query('done'))}
        mistakes={mistakes}
        reader={reader}
      />
    ),
  });
}

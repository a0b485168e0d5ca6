import type { Failure } from '@laurel/core/failure';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { correctAward } from '../awarding/correct-award.ts';
import { currentAchievements } from '../awarding/find-achievement.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { readUpload } from '../session/read-upload.ts';
import {
  type CorrectionFields,
  correctionFieldsOf,
  correctionOf,
  fieldsOfAward,
} from './correction-form.ts';
import { CorrectionPage } from './correction-page.tsx';
import { findIssuersAward, type IssuersAward } from './find-award.ts';

const MAX_FORM_BYTES = 16 * 1024;

/** Putting an award right. */
export const correctionRoutes = new Hono<MemberApp>();

correctionRoutes.get('/:id/correction', requireScope('awards:write'), async (c) => {
  const { desk, member } = c.var;
  const award = await findIssuersAward(desk, member, c.req.param('id'));
  if (!award.ok) return refuseMember(c, award.failure, '/awards');
  return correctionPage(c, award.value, fieldsOfAward(award.value), NO_MISTAKES, null);
});

correctionRoutes.post('/:id/correction', requireScope('awards:write'), async (c) => {
  const { desk, member } = c.var;
  const id = c.req.param('id');
  const award = await findIssuersAward(desk, member, id);
  if (!award.ok) return refuseMember(c, award.failure, '/awards');
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refuseMember(c, form.failure, `/awards/${id}`);
  const fields = correctionFieldsOf(form.value);
  const reader = readerOf(c.req.raw);
  const wanted = correctionOf(fields, award.value);
  if (!('correction' in wanted)) {
    const sentence = reader.messages.message('sheets-terms-mistake');
    const mistakes = new Map([...wanted].map((field) => [field, sentence]));
    return correctionPage(c, award.value, fields, mistakes, null);
  }
  const made = await correctAward(desk, member, id, wanted.correction);
  if (!made.ok) return correctionPage(c, award.value, fields, NO_MISTAKES, made.failure);
  const path = deskPath(member.issuer, `/awards/${id}?done=corrected`);
  return c.redirect(linkTo(path, reader), 303);
});

async function correctionPage(
  c: Context<MemberApp>,
  award: IssuersAward,
  fields: CorrectionFields,
  mistakes: Mistakes,
  failure: Failure | null,
): Promise<Response> {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  return deskPage({
    title: reader.messages.message('awards-correct'),
    path: deskPath(member.issuer, `/awards/${award.id}/correction`),
    reader,
    session: holder,
    member,
    section: 'awards',
    status: statusOfForm(failure, mistakes),
    children: (
      <CorrectionPage
        award={award}
        achievements={await currentAchievements(desk, member.issuer)}
        demonstration={member.issuerFace.demonstration}
        fields={fields}
        mistakes={mistakes}
        failure={failure}
        reader={reader}
      />
    ),
  });
}

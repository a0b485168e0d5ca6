import type { Failure } from '@laurel/core/failure';
import { statusOf } from '@laurel/http/problem';
import { readerOf } from '@laurel/http/reader';
import { INTERFACE_LANGUAGES } from '@laurel/i18n/messages';
import { chooseLanguage } from '@laurel/i18n/negotiate';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { awardable } from '../acting/awarding.ts';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { currentAchievements, findAchievement } from '../awarding/find-achievement.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { readUpload } from '../session/read-upload.ts';
import { signatoriesIn } from '../signatories/signatories-in.ts';
import { AwardPage } from './award-page.tsx';
import { awardSheet, endSheet } from './award-sheet.ts';
import { findSheet } from './find-sheet.ts';
import { setTerms } from './set-terms.ts';
import type { DeskSheet } from './sheet-values.ts';
import { sheetPath } from './steps.tsx';
import { firstRecognised, tallyOf } from './tally.ts';
import { fieldsOfForm, fieldsOfTerms, type TermsFields, termsOfFields } from './terms-form.ts';
import { TermsPage } from './terms-page.tsx';

const MAX_FORM_BYTES = 16 * 1024;

/** What is awarded to a list's people, and the awarding. */
export const termsRoutes = new Hono<MemberApp>();

termsRoutes.get('/:id/terms', async (c) => {
  const found = await findSheet(c.var.desk, c.var.member, c.req.param('id'));
  if (!found.ok) return refuseMember(c, found.failure, '/sheets');
  return termsPage(c, found.value, fieldsOfTerms(found.value), NO_MISTAKES, null);
});

termsRoutes.post('/:id/terms', async (c) => {
  const { desk, member } = c.var;
  const found = await findSheet(desk, member, c.req.param('id'));
  if (!found.ok) return refuseMember(c, found.failure, '/sheets');
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refuseMember(c, form.failure, '/sheets');
  const fields = fieldsOfForm(form.value);
  const reader = readerOf(c.req.raw);
  const terms = termsOfFields(fields);
  if (!('terms' in terms)) {
    const sentence = reader.messages.message('sheets-terms-mistake');
    const mistakes = new Map([...terms].map((field) => [field, sentence]));
    return termsPage(c, found.value, fields, mistakes, null);
  }
  const set = await setTerms(desk, member, found.value, member.issuerFace, terms);
  if (!set.ok) return termsPage(c, found.value, fields, NO_MISTAKES, set.failure);
  return c.redirect(linkTo(sheetPath(found.value, 'award'), reader), 303);
});

termsRoutes.get('/:id/award', async (c) => {
  const found = await findSheet(c.var.desk, c.var.member, c.req.param('id'));
  return found.ok ? awardPage(c, found.value, null) : refuseMember(c, found.failure, '/sheets');
});

termsRoutes.post('/:id/award', async (c) => {
  const { desk, member } = c.var;
  const id = c.req.param('id');
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refuseMember(c, form.failure, '/sheets');
  const consentDeclared = form.value.get('declared') === 'yes';
  const awarded = await awardSheet(desk, member, id, { consentDeclared });
  if (awarded.ok) {
    const path = deskPath(member.issuer, `/batches/${awarded.value}`);
    return c.redirect(linkTo(path, readerOf(c.req.raw)), 303);
  }
  const found = await findSheet(desk, member, id);
  return found.ok
    ? awardPage(c, found.value, awarded.failure)
    : refuseMember(c, awarded.failure, '/sheets');
});

termsRoutes.post('/:id/end', async (c) => {
  const { desk, member } = c.var;
  const found = await findSheet(desk, member, c.req.param('id'));
  if (!found.ok) return refuseMember(c, found.failure, '/sheets');
  await endSheet(desk, member, found.value);
  return c.redirect(linkTo(deskPath(member.issuer, '/sheets'), readerOf(c.req.raw)), 303);
});

async function termsPage(
  c: Context<MemberApp>,
  sheet: DeskSheet,
  fields: TermsFields,
  mistakes: Mistakes,
  failure: Failure | null,
): Promise<Response> {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  return deskPage({
    title: reader.messages.message('sheets-terms-title'),
    path: sheetPath(sheet, 'terms'),
    reader,
    session: holder,
    member,
    section: 'sheets',
    status: statusOfForm(failure, mistakes),
    children: (
      <TermsPage
        sheet={sheet}
        achievements={awardable(member, await currentAchievements(desk, member.issuer))}
        demonstration={member.issuerFace.demonstration}
        fields={fields}
        mistakes={mistakes}
        failure={failure}
        reader={reader}
      />
    ),
  });
}

async function awardPage(
  c: Context<MemberApp>,
  sheet: DeskSheet,
  failure: Failure | null,
): Promise<Response> {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const achievement =
    sheet.achievementSlug === null
      ? null
      : await findAchievement(desk, member.issuer, sheet.achievementSlug);
  const source = achievement?.facts.sourceLanguage ?? 'en';
  const language = sheet.terms.language ?? source;
  return deskPage({
    title: reader.messages.message('sheets-award-title'),
    path: sheetPath(sheet, 'award'),
    reader,
    session: holder,
    member,
    section: 'sheets',
    status: failure === null ? 200 : statusOf(failure.reason),
    children: (
      <AwardPage
        sheet={sheet}
        achievement={achievement?.facts ?? null}
        issuer={member.issuerFace}
        tally={await tallyOf(desk, sheet, member.accountId)}
        signatories={await signatoriesIn(desk, member.issuer, language, source)}
        first={await firstRecognised(desk, sheet, member.accountId)}
        spoken={await desk.messagesIn(chooseLanguage([language], INTERFACE_LANGUAGES, 'en'))}
        failure={failure}
        reader={reader}
      />
    ),
  });
}

import type { Failure } from '@laurel/core/failure';
import { readerOf } from '@laurel/http/reader';
import { htmlResponse } from '@laurel/pages/document';
import { Layout } from '@laurel/pages/layout';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { awardable } from '../acting/awarding.ts';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { currentAchievements } from '../awarding/find-achievement.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { ENHANCEMENT } from '../page/enhancement.ts';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { pageAsked } from '../page/paging.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { readUpload } from '../session/read-upload.ts';
import { OwnPageLink } from '../session/signed-in-as.tsx';
import { blankSlips } from './blank-slips.ts';
import { endSlips } from './end-slips.ts';
import { findLiveSheet, listSlipSheets } from './find-sheets.ts';
import { makeSlips } from './make-slips.ts';
import { NewSlips } from './new-slips.tsx';
import { PrintPage } from './print-page.tsx';
import { PRINT_STYLESHEET } from './print-stylesheet.ts';
import { SheetList } from './sheet-list.tsx';
import { slipPath } from './slip-values.ts';
import { FIRST_FIELDS, fieldsOfForm, orderOfFields, type SlipFields } from './slips-form.ts';
import { slipsPdf } from './slips-pdf.ts';

const MAX_FORM_BYTES = 16 * 1024;

/** Making sheets of slips, printing and ending them. */
export const sheetRoutes = new Hono<MemberApp>();

sheetRoutes.get('/', (c) => listPage(c, FIRST_FIELDS, NO_MISTAKES, null));

sheetRoutes.post('/', async (c) => {
  const { desk, member } = c.var;
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refuseMember(c, form.failure, '/slips');
  const fields = fieldsOfForm(form.value);
  const order = orderOfFields(fields);
  const reader = readerOf(c.req.raw);
  if (!('terms' in order)) {
    const sentence = reader.messages.message('sheets-terms-mistake');
    const mistakes = new Map([...order].map((field) => [field, sentence]));
    return listPage(c, fields, mistakes, null);
  }
  const made = await makeSlips(desk, member, member.issuerFace, order);
  if (!made.ok) return listPage(c, fields, NO_MISTAKES, made.failure);
  return c.redirect(linkTo(slipPath({ issuer: member.issuer, id: made.value }), reader), 303);
});

sheetRoutes.get('/:id/print', async (c) => {
  const { desk, member } = c.var;
  const found = await findLiveSheet(desk, member, c.req.param('id'));
  if (!found.ok) return refuseMember(c, found.failure, '/slips');
  const sheet = found.value;
  const { achievement, issuer, codes } = await blankSlips(desk, sheet);
  const reader = readerOf(c.req.raw);
  return htmlResponse(
    <Layout
      title={sheet.label}
      path={slipPath(sheet, '/print')}
      reader={reader}
      styles={PRINT_STYLESHEET}
      script={ENHANCEMENT}
      menu={<OwnPageLink reader={reader} />}
    >
      <PrintPage
        sheet={sheet}
        achievement={achievement}
        issuer={issuer}
        codes={codes}
        origin={desk.origin}
        reader={reader}
      />
    </Layout>,
    reader,
  );
});

sheetRoutes.get('/:id/print.pdf', async (c) => {
  const { desk, member } = c.var;
  const found = await findLiveSheet(desk, member, c.req.param('id'));
  if (!found.ok) return refuseMember(c, found.failure, '/slips');
  const pdf = await slipsPdf(desk, found.value, c.req.raw);
  return pdf.ok ? pdf.value : refuseMember(c, pdf.failure, `/slips/${found.value.id}`);
});

sheetRoutes.post('/:id/end', async (c) => {
  const { desk, member } = c.var;
  const found = await findLiveSheet(desk, member, c.req.param('id'));
  if (!found.ok) return refuseMember(c, found.failure, '/slips');
  await endSlips(desk, member, found.value);
  return c.redirect(linkTo(slipPath(found.value), readerOf(c.req.raw)), 303);
});

async function listPage(
  c: Context<MemberApp>,
  fields: SlipFields,
  mistakes: Mistakes,
  failure: Failure | null,
): Promise<Response> {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const page = pageAsked(c.req.raw);
  const { sheets, total } = await listSlipSheets(desk, member, page);
  const isRefused = failure !== null || mistakes.size > 0;
  return deskPage({
    title: message('desk-section-slips'),
    path: deskPath(member.issuer, '/slips'),
    reader,
    session: holder,
    member,
    section: 'slips',
    status: statusOfForm(failure, mistakes),
    children: (
      <>
        <h1>{message('desk-section-slips')}</h1>
        <p class="lead">{message('slips-lead')}</p>
        <SheetList
          issuer={member.issuer}
          sheets={sheets}
          page={page}
          total={total}
          reader={reader}
        />
        <NewSlips
          issuer={member.issuer}
          achievements={awardable(member, await currentAchievements(desk, member.issuer))}
          demonstration={member.issuerFace.demonstration}
          fields={fields}
          mistakes={mistakes}
          failure={failure}
          open={isRefused || total === 0}
          reader={reader}
        />
      </>
    ),
  });
}

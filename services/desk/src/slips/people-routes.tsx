import type { Failure } from '@laurel/core/failure';
import { ok, type Result } from '@laurel/core/result';
import { statusOf } from '@laurel/http/problem';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { achievements } from '@laurel/store/private/desk';
import { eq } from 'drizzle-orm';
import { type Context, Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { pageAsked } from '../page/paging.tsx';
import { readUpload } from '../session/read-upload.ts';
import { confirmSlips } from './confirm-slips.ts';
import { findLiveSheet, findSlipSheet } from './find-sheets.ts';
import { listPeople, SHOWN_STATES } from './list-people.ts';
import { PeoplePage } from './people-page.tsx';
import { refuseSlips } from './refuse-slips.ts';
import { slipPath, type TalliedSheet } from './slip-values.ts';

const MAX_FORM_BYTES = 16 * 1024;

/** Who has shown a slip: confirming and refusing them. */
export const peopleRoutes = new Hono<MemberApp>();

peopleRoutes.get('/:id', async (c) => {
  const found = await findSlipSheet(c.var.desk, c.var.member, c.req.param('id'));
  return found.ok ? peoplePage(c, found.value, null, []) : refuseMember(c, found.failure, '/slips');
});

peopleRoutes.post('/:id/people', async (c) => {
  const { desk, member } = c.var;
  const found = await findLiveSheet(desk, member, c.req.param('id'));
  if (!found.ok) return refuseMember(c, found.failure, '/slips');
  const sheet = found.value;
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refuseMember(c, form.failure, '/slips');
  const done = await act(c, sheet, form.value);
  return done.ok
    ? c.redirect(linkTo(done.value, readerOf(c.req.raw)), 303)
    : peoplePage(c, sheet, done.failure, numbersIn(form.value));
});

/** Does what the button says with those who are ticked; the path to go on to. */
async function act(
  c: Context<MemberApp>,
  sheet: TalliedSheet,
  form: FormData,
): Promise<Result<string, Failure>> {
  const { desk, member } = c.var;
  const numbers = numbersIn(form);
  const wanted = form.get('act');
  if (wanted === 'refuse' || wanted === 'take_back') {
    const refused = wanted === 'refuse';
    const changed = await refuseSlips(
      desk,
      member,
      sheet,
      numbers.map((number) => ({ number, refused })),
    );
    return changed.ok ? ok(`${slipPath(sheet)}?done=${wanted}`) : changed;
  }
  const which = wanted === 'confirm_everybody' ? 'everybody' : numbers;
  const batch = await confirmSlips(desk, member, sheet, which);
  return batch.ok ? ok(deskPath(sheet.issuer, `/batches/${batch.value}`)) : batch;
}

function numbersIn(form: FormData): readonly number[] {
  return form
    .getAll('number')
    .map(String)
    .filter((number) => /^[1-9]\d{0,2}$/.test(number))
    .map(Number);
}

async function peoplePage(
  c: Context<MemberApp>,
  sheet: TalliedSheet,
  failure: Failure | null,
  ticked: readonly number[],
): Promise<Response> {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const state = SHOWN_STATES.find((one) => one === c.req.query('state')) ?? 'presented';
  const page = pageAsked(c.req.raw);
  const [achievement] = await desk.store
    .select({ facts: achievements.facts })
    .from(achievements)
    .where(eq(achievements.id, sheet.achievementId));
  return deskPage({
    title: sheet.label,
    path: slipPath(sheet),
    reader,
    session: holder,
    member,
    section: 'slips',
    status: failure === null ? 200 : statusOf(failure.reason),
    children: (
      <PeoplePage
        sheet={sheet}
        achievement={achievement?.facts ?? null}
        state={state}
        people={sheet.ended ? [] : await listPeople(desk, sheet, state, page)}
        page={page}
        viewer={member.accountId}
        ticked={ticked}
        done={sentenceOf(c.req.query('done'), reader.messages.message)}
        failure={failure}
        reader={reader}
      />
    ),
  });
}

function sentenceOf(
  done: string | undefined,
  message: ReturnType<typeof readerOf>['messages']['message'],
): string | null {
  if (done === 'refuse') return message('slips-done-refuse');
  return done === 'take_back' ? message('slips-done-take_back') : null;
}

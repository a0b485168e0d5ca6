import type { Failure } from '@laurel/core/failure';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { HolderApp } from '../me/require-session.ts';
import { deskPage } from '../page/desk-page.tsx';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { pageAsked } from '../page/paging.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { countTimes } from '../rate-limits/count-times.ts';
import { NOMINATIONS } from '../rate-limits/limits.ts';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { readUpload } from '../session/read-upload.ts';
import { CheckPage } from './check-page.tsx';
import { ChooseIssuer } from './choose-issuer.tsx';
import { nominate } from './nominate.ts';
import {
  NOTHING_TYPED,
  type NominateFields,
  nominateFields,
  nominationOfFields,
} from './nominate-form.ts';
import { NominatePage } from './nominate-page.tsx';
import {
  issuersToAsk,
  issuerToAsk,
  type NominatedIssuer,
  nominatedAchievements,
} from './nominated-achievements.ts';
import { findNominee, type NomineeFinding } from './nominee.ts';

/** A story in any script, percent-encoded. */
const MAX_FORM_BYTES = 64 * 1024;

/** `/desk/nominate`: for anybody who is signed in. */
export const nominatePages = new Hono<HolderApp>();

nominatePages.get('/', async (c) => {
  const { desk, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const sought = (c.req.query('sought') ?? '').slice(0, 100);
  const page = pageAsked(c.req.raw);
  const { issuers, total } = await issuersToAsk(desk, sought, page);
  return deskPage({
    title: reader.messages.message('nominate-title'),
    path: '/desk/nominate',
    reader,
    session: holder,
    children: (
      <ChooseIssuer issuers={issuers} sought={sought} page={page} total={total} reader={reader} />
    ),
  });
});

nominatePages.get('/:slug/:achievement?', async (c) => {
  const issuer = await issuerToAsk(c.var.desk, c.req.param('slug'));
  if (issuer === null) return unknown(c);
  return formPage(c, issuer, { ...NOTHING_TYPED, achievement: c.req.param('achievement') ?? '' });
});

nominatePages.post('/:slug', async (c) => {
  const { desk, holder } = c.var;
  const issuer = await issuerToAsk(desk, c.req.param('slug'));
  if (issuer === null) return unknown(c);
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return formPage(c, issuer, NOTHING_TYPED, { failure: form.failure });
  const fields = nominateFields(form.value);
  const act = form.value.get('act');
  if (act === 'change') return formPage(c, issuer, fields);

  const { messages } = readerOf(c.req.raw);
  const typed = nominationOfFields(issuer.slug, fields, messages);
  if (!('story' in typed)) return formPage(c, issuer, fields, { mistakes: typed });
  const listed = await nominatedAchievements(desk, issuer.slug);
  const achievement = listed.find(({ slug }) => slug === typed.achievement);
  if (achievement === undefined) {
    const mistake = messages.message('nominate-mistake-achievement');
    return formPage(c, issuer, fields, { mistakes: new Map([['achievement', mistake]]) });
  }
  const finding = await findNominee(desk, typed.username);
  if (!finding.ok) return formPage(c, issuer, fields, { failure: finding.failure });
  if (!finding.value.found) {
    const mistake = messages.message('nominate-mistake-username');
    const { near } = finding.value;
    return formPage(c, issuer, fields, { mistakes: new Map([['username', mistake]]), near });
  }
  const { account } = finding.value;
  // The account that was compared, not whoever bears the name by now.
  if (act !== 'send' || form.value.get('account') !== account.accountId) {
    if (account.accountId === holder.accountId) {
      return formPage(c, issuer, fields, { failure: { reason: 'self_nomination' } });
    }
    const reader = readerOf(c.req.raw);
    return checkPage(
      c,
      issuer,
      <CheckPage {...{ issuer, achievement, account, fields, reader }} />,
    );
  }
  const counted = await countTimes(c, holder.accountId, [NOMINATIONS]);
  if (!counted.ok) return formPage(c, issuer, fields, { failure: counted.failure });
  const sent = await nominate(desk, holder.accountId, {
    issuer: issuer.slug,
    achievementSlug: typed.achievement,
    nominee: { id: account.accountId, username: account.username },
    story: typed.story,
    evidence: typed.evidence,
    language: messages.language,
  });
  if (!sent.ok) return formPage(c, issuer, fields, { failure: sent.failure });
  return c.redirect(linkTo('/desk/nominations?done=sent', readerOf(c.req.raw)), 303);
});

type FormOptions = {
  readonly mistakes?: Mistakes;
  readonly near?: Extract<NomineeFinding, { found: false }>['near'];
  readonly failure?: Failure;
};

async function formPage(
  c: Context<HolderApp>,
  issuer: NominatedIssuer,
  fields: NominateFields,
  { mistakes = NO_MISTAKES, near = [], failure }: FormOptions = {},
): Promise<Response> {
  const { desk, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const wait = failure !== undefined && 'retryAfterSeconds' in failure;
  return deskPage({
    title: reader.messages.message('nominate-title'),
    path: `/desk/nominate/${issuer.slug}`,
    reader,
    session: holder,
    status: statusOfForm(failure ?? null, mistakes),
    headers: wait ? { 'retry-after': String(failure.retryAfterSeconds) } : {},
    children: (
      <NominatePage
        issuer={issuer}
        achievements={await nominatedAchievements(desk, issuer.slug)}
        fields={fields}
        mistakes={mistakes}
        near={near}
        failure={failure ?? null}
        reader={reader}
      />
    ),
  });
}

function checkPage(
  c: Context<HolderApp>,
  { slug }: NominatedIssuer,
  children: Child,
): Promise<Response> {
  const reader = readerOf(c.req.raw);
  return deskPage({
    title: reader.messages.message('nominate-check-title'),
    path: `/desk/nominate/${slug}`,
    reader,
    session: c.var.holder,
    children,
  });
}

function unknown(c: Context<HolderApp>): Promise<Response> {
  const { origin } = c.var.desk;
  return answerRefusal(c.req.raw, { reason: 'page_unknown' }, { origin, path: '/desk/nominate' });
}

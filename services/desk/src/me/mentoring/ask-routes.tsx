import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import type { MentoringSide } from '@laurel/core/mentoring';
import type { AccountToCompare } from '@laurel/core/person-finding';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import type { Desk } from '../../env.ts';
import { askForMentoring } from '../../mentoring/ask.ts';
import { isFull, loadOf, takesNoMore } from '../../mentoring/load.ts';
import {
  type OfferingIssuer,
  offeredAchievements,
  offeringIssuers,
} from '../../mentoring/offering.ts';
import { findNominee } from '../../nominations/nominee.ts';
import { type Mistakes, NO_MISTAKES } from '../../page/fields.tsx';
import { statusOfForm } from '../../page/status-of-form.ts';
import { DESK_STYLESHEET } from '../../page/stylesheet.ts';
import { countTimes } from '../../rate-limits/count-times.ts';
import { MENTORING_ASKS } from '../../rate-limits/limits.ts';
import { answerRefusal } from '../../session/answer-refusal.tsx';
import { onlyMethods } from '../../session/only-methods.ts';
import { readUpload } from '../../session/read-upload.ts';
import type { HolderApp } from '../require-session.ts';
import { signedInPage } from '../signed-in-page.tsx';
import { type AskFields, askFields, askOfFields, hasName, nothingTyped } from './ask-form.ts';
import { AskPage } from './ask-page.tsx';
import { CheckPage } from './check-page.tsx';
import { ChoosePage } from './choose-page.tsx';

const PATH = '/me/mentoring/ask';
const MAX_FORM_BYTES = 32 * 1024;

/** `/me/mentoring/ask`: to ask somebody to confirm that one mentors them, or is mentored by them. */
export const askRoutes = new Hono<HolderApp>();

askRoutes.get('/', async (c) => {
  const reader = readerOf(c.req.raw);
  return signedInPage({
    title: reader.messages.message('mentoring-choose'),
    path: PATH,
    reader,
    styles: DESK_STYLESHEET,
    session: c.var.holder,
    children: <ChoosePage issuers={await offeringIssuers(c.var.desk)} reader={reader} />,
  });
});

askRoutes.get('/:slug', async (c) => {
  const issuer = await issuerToAsk(c);
  if (issuer === null) return unknown(c);
  return formPage(c, issuer, nothingTyped(readerOf(c.req.raw).messages.language));
});

askRoutes.post('/:slug', async (c) => {
  const { desk, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const { message, language } = reader.messages;
  const issuer = await issuerToAsk(c);
  if (issuer === null) return unknown(c);
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return formPage(c, issuer, nothingTyped(language), { failure: form.failure });
  const fields = askFields(form.value);
  const act = form.value.get('act');
  if (act === 'change') return formPage(c, issuer, fields);
  const wrong = (field: string, sentence: string, near: readonly AccountToCompare[] = []) =>
    formPage(c, issuer, fields, { mistakes: new Map([[field, sentence]]), near });

  const ask = askOfFields(fields, dayOf(desk.nowSeconds), reader.messages);
  if (!('side' in ask)) return formPage(c, issuer, fields, { mistakes: ask });
  const offered = await offeredAchievements(desk, issuer.slug);
  if (!offered.some(({ slug }) => slug === ask.achievement)) {
    return wrong('achievement', message('mentoring-mistake-achievement'));
  }
  const finding = await findNominee(desk, ask.username);
  if (!finding.ok) return formPage(c, issuer, fields, { failure: finding.failure });
  if (!finding.value.found) {
    return wrong('username', message('mentoring-mistake-username'), finding.value.near);
  }
  const { account } = finding.value;
  if (account.accountId === holder.accountId) {
    return formPage(c, issuer, fields, { failure: { reason: 'self_mentoring' } });
  }
  if (hasName(ask.topics, [account.username, holder.username])) {
    return wrong('topics', message('mentoring-mistake-names'));
  }
  // The account that was compared, not whoever bears the name by now.
  if (act !== 'send' || form.value.get('account') !== account.accountId) {
    const warning = await warningTo(desk, holder.accountId, ask.side, account.accountId);
    return signedInPage({
      title: message('mentoring-check-title'),
      path: `${PATH}/${issuer.slug}`,
      reader,
      styles: DESK_STYLESHEET,
      session: holder,
      children: <CheckPage {...{ issuer, account, fields, warning, reader }} />,
    });
  }
  const counted = await countTimes(c, holder.accountId, [MENTORING_ASKS]);
  if (!counted.ok) return formPage(c, issuer, fields, { failure: counted.failure });
  const { languages, themes, topics, hoursBand } = ask;
  const asked = await askForMentoring(desk, holder.accountId, {
    issuer: issuer.slug,
    achievementSlug: ask.achievement,
    side: ask.side,
    other: { id: account.accountId, username: account.username },
    period: { start: ask.start, end: ask.end },
    mentoring: { languages, themes, topics, hoursBand },
    language,
    namesMentee: fields.namesMentee,
  });
  if (!asked.ok) return formPage(c, issuer, fields, { failure: asked.failure });
  return c.redirect(linkTo('/me/mentoring?done=sent', reader), 303);
});

askRoutes.all('/', onlyMethods(PATH, 'GET'));
askRoutes.all('/:slug', onlyMethods(PATH, 'GET', 'POST'));

/** A mentor is warned of their own limit; a mentee learns of the mentor's where the mentor wishes that. */
async function warningTo(desk: Desk, asker: string, side: MentoringSide, other: string) {
  if (side === 'mentor') return isFull(await loadOf(desk, asker)) ? 'full' : null;
  return (await takesNoMore(desk, other)) ? 'no-more' : null;
}

async function issuerToAsk(c: Context<HolderApp>): Promise<OfferingIssuer | null> {
  const slug = c.req.param('slug');
  const issuers = await offeringIssuers(c.var.desk);
  return issuers.find((issuer) => issuer.slug === slug) ?? null;
}

type FormOptions = {
  readonly mistakes?: Mistakes;
  readonly near?: readonly AccountToCompare[];
  readonly failure?: Failure;
};

async function formPage(
  c: Context<HolderApp>,
  issuer: OfferingIssuer,
  fields: AskFields,
  { mistakes = NO_MISTAKES, near = [], failure }: FormOptions = {},
): Promise<Response> {
  const reader = readerOf(c.req.raw);
  return signedInPage({
    title: reader.messages.message('mentoring-form-title'),
    path: `${PATH}/${issuer.slug}`,
    reader,
    styles: DESK_STYLESHEET,
    session: c.var.holder,
    status: statusOfForm(failure ?? null, mistakes),
    children: (
      <AskPage
        issuer={issuer}
        achievements={await offeredAchievements(c.var.desk, issuer.slug)}
        fields={fields}
        mistakes={mistakes}
        near={near}
        failure={failure ?? null}
        reader={reader}
      />
    ),
  });
}

function unknown(c: Context<HolderApp>): Promise<Response> {
  const { origin } = c.var.desk;
  return answerRefusal(c.req.raw, { reason: 'page_unknown' }, { origin, path: '/me/mentoring' });
}

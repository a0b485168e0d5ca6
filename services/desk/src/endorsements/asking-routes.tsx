import type { Failure } from '@laurel/core/failure';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { acceptedAward, type HolderAward } from '../me/holder-award.ts';
import { ownCredentials } from '../me/own-credentials.ts';
import type { HolderApp } from '../me/require-session.ts';
import { signedInPage } from '../me/signed-in-page.tsx';
import { findNominee, type NomineeFinding } from '../nominations/nominee.ts';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { DESK_STYLESHEET } from '../page/stylesheet.ts';
import { countTimes } from '../rate-limits/count-times.ts';
import { ENDORSEMENTS } from '../rate-limits/limits.ts';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { onlyMethods } from '../session/only-methods.ts';
import { readForm } from '../session/read-form.ts';
import { accept, endAsHolder } from './answer.ts';
import { ask } from './ask.ts';
import { type AskFields, askFields, mustTell } from './ask-form.tsx';
import { AwardEndorsements, canBeEndorsed, HOLDER_DONE } from './award-endorsements.tsx';
import { CheckPage } from './check-page.tsx';
import { endorsementOfHolder, endorsementsOfAward } from './own-endorsements.ts';

/** How a holder asks for endorsements, and answers what was written. */
export const askingRoutes = new Hono<HolderApp>();

const NOTHING_TYPED: AskFields = { credential: '', username: '', tell: false };

askingRoutes.get('/awards/:id/endorsements', async (c) => {
  const held = await acceptedAward(c.var.desk, c.req.param('id'), c.var.holder.accountId);
  return held === null ? unknown(c) : ownPage(c, held, NOTHING_TYPED);
});

askingRoutes.post('/awards/:id/endorsements', async (c) => {
  const { desk, holder } = c.var;
  const held = await acceptedAward(desk, c.req.param('id'), holder.accountId);
  if (held === null) return unknown(c);
  const form = await readForm(c.req.raw);
  if (!form.ok) return ownPage(c, held, NOTHING_TYPED, { failure: form.failure });
  const fields = askFields(form.value);
  const act = form.value.get('act');
  if (act === 'change') return ownPage(c, held, fields);

  const reader = readerOf(c.req.raw);
  const { message, language } = reader.messages;
  const own = (await ownCredentials(desk, holder.accountId)).filter(
    (one) => one.held.award.id === held.award.id && canBeEndorsed(one),
  );
  const about = own.find(({ credential }) => credential.credentialId === fields.credential);
  if (about === undefined) return mistaken(c, held, fields, 'credential');
  if (mustTell(about) && !fields.tell) return mistaken(c, held, fields, 'tell');
  const finding = await findNominee(desk, fields.username);
  if (!finding.ok) return ownPage(c, held, fields, { failure: finding.failure });
  if (!finding.value.found) {
    return mistaken(c, held, fields, 'username', finding.value.near);
  }
  const { account } = finding.value;
  if (account.accountId === holder.accountId) {
    return ownPage(c, held, fields, { failure: { reason: 'self_endorsement' } });
  }
  // The account that was compared, not whoever bears the name by now.
  if (act !== 'send' || form.value.get('account') !== account.accountId) {
    return signedInPage({
      title: message('endorse-check-title'),
      path: pathOf(held),
      reader,
      session: holder,
      styles: DESK_STYLESHEET,
      children: <CheckPage held={held} account={account} fields={fields} reader={reader} />,
    });
  }
  const counted = await countTimes(c, holder.accountId, [ENDORSEMENTS]);
  if (!counted.ok) return ownPage(c, held, fields, { failure: counted.failure });
  const asked = await ask(desk, holder.accountId, {
    credentialId: about.credential.credentialId,
    awardId: held.award.id,
    endorser: { id: account.accountId, username: account.username },
    language,
  });
  return asked.ok
    ? backTo(c, held.award.id, 'asked')
    : ownPage(c, held, fields, { failure: asked.failure });
});
askingRoutes.all('/awards/:id/endorsements', onlyMethods('/me', 'GET', 'POST'));

askingRoutes.post('/endorsements/:id/accept', async (c) => {
  const { desk, holder } = c.var;
  const id = c.req.param('id');
  const own = await endorsementOfHolder(desk, holder.accountId, id);
  if (own === null) return refused(c, { reason: 'endorsement_unknown' });
  const accepted = await accept(desk, holder.accountId, id);
  return accepted.ok ? backTo(c, own.awardId, 'accepted') : refused(c, accepted.failure);
});
askingRoutes.all('/endorsements/:id/accept', onlyMethods('/me', 'POST'));

askingRoutes.post('/endorsements/:id/end', async (c) => {
  const { desk, holder } = c.var;
  const id = c.req.param('id');
  const own = await endorsementOfHolder(desk, holder.accountId, id);
  if (own === null) return refused(c, { reason: 'endorsement_unknown' });
  await endAsHolder(desk, holder.accountId, id);
  return backTo(c, own.awardId, 'ended');
});
askingRoutes.all('/endorsements/:id/end', onlyMethods('/me', 'POST'));

type PageOptions = {
  readonly mistakes?: Mistakes;
  readonly near?: Extract<NomineeFinding, { found: false }>['near'];
  readonly failure?: Failure;
};

async function ownPage(
  c: Context<HolderApp>,
  held: HolderAward,
  fields: AskFields,
  { mistakes = NO_MISTAKES, near = [], failure }: PageOptions = {},
): Promise<Response> {
  const { desk, holder: session } = c.var;
  const reader = readerOf(c.req.raw);
  const [own, endorsements] = await Promise.all([
    ownCredentials(desk, session.accountId),
    endorsementsOfAward(desk, session.accountId, held.award.id),
  ]);
  return signedInPage({
    title: reader.messages.message('endorse-own-title'),
    path: pathOf(held),
    reader,
    session,
    styles: DESK_STYLESHEET,
    status: statusOfForm(failure ?? null, mistakes),
    children: (
      <AwardEndorsements
        held={held}
        own={own.filter((one) => one.held.award.id === held.award.id)}
        endorsements={endorsements}
        fields={fields}
        mistakes={mistakes}
        near={near}
        failure={failure ?? null}
        done={HOLDER_DONE.find((one) => one === c.req.query('done'))}
        reader={reader}
      />
    ),
  });
}

function mistaken(
  c: Context<HolderApp>,
  held: HolderAward,
  fields: AskFields,
  field: 'credential' | 'username' | 'tell',
  near: PageOptions['near'] = [],
): Promise<Response> {
  const { message } = readerOf(c.req.raw).messages;
  const mistakes = new Map([[field, message(`endorse-mistake-${field}`)]]);
  return ownPage(c, held, fields, { mistakes, near });
}

function pathOf({ award }: HolderAward): string {
  return `/me/awards/${award.id}/endorsements`;
}

function backTo(
  c: Context<HolderApp>,
  awardId: string,
  done: (typeof HOLDER_DONE)[number],
): Response {
  const next = `/me/awards/${awardId}/endorsements?done=${done}`;
  return c.redirect(linkTo(next, readerOf(c.req.raw)), 303);
}

function unknown(c: Context<HolderApp>): Promise<Response> {
  return refused(c, { reason: 'page_unknown' });
}

function refused(c: Context<HolderApp>, failure: Failure): Promise<Response> {
  return answerRefusal(c.req.raw, failure, { origin: c.var.desk.origin, path: '/me' });
}

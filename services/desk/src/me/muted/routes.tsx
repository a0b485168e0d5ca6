import { isId } from '@laurel/core/id';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Hono } from 'hono';
import { answerRefusal } from '../../session/answer-refusal.tsx';
import { choiceAmong } from '../../session/choice-in-form.ts';
import { onlyMethods } from '../../session/only-methods.ts';
import { readForm } from '../../session/read-form.ts';
import type { HolderApp } from '../require-session.ts';
import { signedInPage } from '../signed-in-page.tsx';
import { mutableIssuers, mute, unmute } from './muted-issuers.ts';
import { MutedPage } from './muted-page.tsx';

/** Whose offers somebody does not want to see. */
export const mutedRoutes = new Hono<HolderApp>();

mutedRoutes.get('/', async (c) => {
  const { desk, holder: session } = c.var;
  const reader = readerOf(c.req.raw);
  const done = (['muted', 'shown'] as const).find((one) => one === c.req.query('done'));
  return signedInPage({
    title: reader.messages.message('muted-title'),
    path: '/me/muted',
    reader,
    session,
    children: (
      <MutedPage
        issuers={await mutableIssuers(desk, session.accountId)}
        done={done}
        reader={reader}
      />
    ),
  });
});

/** An issuer that there is not is muted as nobody; with `offer`, the way goes on to that offer. */
mutedRoutes.post('/', async (c) => {
  const { desk, holder } = c.var;
  const refused = { origin: desk.origin, path: '/me/muted' };
  const form = await readForm(c.req.raw);
  if (!form.ok) return answerRefusal(c.req.raw, form.failure, refused);
  const act = choiceAmong(form.value, 'act', ['mute', 'show']);
  if (!act.ok) return answerRefusal(c.req.raw, act.failure, refused);
  const issuer = form.value.get('issuer') ?? '';
  const offer = form.value.get('offer') ?? '';
  if (act.value === 'mute') await mute(desk, holder.accountId, issuer);
  else await unmute(desk, holder.accountId, issuer);
  const done = act.value === 'mute' ? 'muted' : 'shown';
  const next = isId(offer) ? `/claim/${offer}` : `/me/muted?done=${done}`;
  return c.redirect(linkTo(next, readerOf(c.req.raw)), 303);
});

mutedRoutes.all('/', onlyMethods('/me/muted', 'GET', 'POST'));

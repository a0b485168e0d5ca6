import { OFFERED_DISCLOSURES, type OfferedDisclosure } from '@laurel/core/disclosure';
import type { Failure, Issue } from '@laurel/core/failure';
import { isId } from '@laurel/core/id';
import type { LanguageTag } from '@laurel/core/language';
import { ok, type Result, refuse } from '@laurel/core/result';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Hono } from 'hono';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { readForm } from '../session/read-form.ts';
import { slipsOfHolder } from '../slips/own-slips.ts';
import { AwardPage } from './award-page.tsx';
import { acceptedAward, awardsOfHolder } from './holder-award.ts';
import { AwardList } from './list-page.tsx';
import { nameIn } from './localised.tsx';
import type { HolderApp } from './require-session.ts';
import { signedInPage } from './signed-in-page.tsx';

export const awardRoutes = new Hono<HolderApp>();

awardRoutes.get('/', async (c) => {
  const { desk, holder: session } = c.var;
  const reader = readerOf(c.req.raw);
  const held = await awardsOfHolder(desk, session.accountId);
  const slips = await slipsOfHolder(desk, session.accountId);
  return signedInPage({
    title: reader.messages.message('me-title'),
    path: '/me',
    reader,
    session,
    children: <AwardList held={held} slips={slips} done={c.req.query('done')} reader={reader} />,
  });
});

awardRoutes.get('/awards/:id', async (c) => {
  const { desk, holder: session } = c.var;
  const reader = readerOf(c.req.raw);
  const held = await acceptedAward(desk, c.req.param('id'), session.accountId);
  if (held === null) {
    return answerRefusal(
      c.req.raw,
      { reason: 'page_unknown' },
      { origin: desk.origin, path: '/me' },
    );
  }
  return signedInPage({
    title: nameIn(held.achievement.name, reader, held.achievement.sourceLanguage),
    path: `/me/awards/${held.award.id}`,
    reader,
    session,
    children: (
      <AwardPage
        held={held}
        credentials={await desk.signer.held(session.accountId, held.award.id)}
        origin={desk.origin}
        requestKey={freshId()}
        done={c.req.query('done')}
        session={session}
        reader={reader}
      />
    ),
  });
});

/** Makes a credential. The same form sent twice makes it once: the signer knows it by the request key. */
awardRoutes.post('/awards/:id/credentials', async (c) => {
  const { desk, holder } = c.var;
  const held = await acceptedAward(desk, c.req.param('id'), holder.accountId);
  if (held === null) {
    return answerRefusal(
      c.req.raw,
      { reason: 'page_unknown' },
      { origin: desk.origin, path: '/me' },
    );
  }
  const awardId = held.award.id;
  const path = `/me/awards/${awardId}`;
  const form = await readForm(c.req.raw);
  const wish = form.ok ? wishIn(form.value) : form;
  const made = wish.ok ? await makeCredential(desk, awardId, wish.value) : wish;
  return made.ok
    ? c.redirect(linkTo(`${path}?done=made#credential-${made.value}`, readerOf(c.req.raw)), 303)
    : answerRefusal(c.req.raw, made.failure, { origin: desk.origin, path });
});

/** Under a key of this award, so that no form can stand for a request of another. */
async function makeCredential(
  { signer }: Desk,
  awardId: string,
  { requestKey, language, disclosure }: Wish,
): Promise<Result<string, Failure>> {
  const [answer] = await signer.issue([
    { requestKey: `holder:${awardId}:${requestKey}`, awardId, language, disclosure },
  ]);
  if (answer === undefined) throw new Error('the signer left a request unanswered');
  return answer;
}

type Wish = {
  readonly requestKey: string;
  readonly language: LanguageTag;
  readonly disclosure: OfferedDisclosure;
};

/** Whether the language can be signed, and the name, is the signer's to say. */
function wishIn(form: URLSearchParams): Result<Wish, Failure> {
  const requestKey = form.get('request_key') ?? '';
  const language = form.get('language') ?? '';
  const disclosure = OFFERED_DISCLOSURES.find((mode) => mode === form.get('disclosure'));
  const issues: Issue[] = [];
  if (!isId(requestKey)) issues.push({ pointer: '/request_key', detail: 'Open the form again.' });
  if (language === '') issues.push({ pointer: '/language', detail: 'Choose a language.' });
  if (disclosure === undefined) {
    issues.push({ pointer: '/disclosure', detail: 'Choose whether your user name is shown.' });
    return refuse({ reason: 'request_invalid', issues });
  }
  return issues.length === 0
    ? ok({ requestKey, language, disclosure })
    : refuse({ reason: 'request_invalid', issues });
}

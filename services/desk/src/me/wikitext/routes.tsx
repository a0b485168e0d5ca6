import { languagesOf } from '@laurel/core/achievement';
import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { answerRefusal } from '../../session/answer-refusal.tsx';
import { ownCredentials } from '../own-credentials.ts';
import type { HolderApp } from '../require-session.ts';
import { signedInPage } from '../signed-in-page.tsx';
import { boxFacts } from './box-facts.ts';
import { WikitextPage } from './wikitext-page.tsx';

/** How a credential is shown on a wiki. */
export const wikitextRoutes = new Hono<HolderApp>();

wikitextRoutes.get('/credentials/:id/wikitext', async (c) => {
  const { desk, holder: session } = c.var;
  const id = c.req.param('id');
  const all = await ownCredentials(desk, session.accountId);
  const own = all.find(({ credential }) => credential.credentialId === id);
  if (own === undefined || own.credential.state !== 'active') {
    const path = '/me';
    return answerRefusal(c.req.raw, { reason: 'page_unknown' }, { origin: desk.origin, path });
  }
  const reader = readerOf(c.req.raw);
  const languages = languagesOf(own.held.achievement);
  const wanted = c.req.query('language') ?? own.credential.language;
  const language = languages.includes(wanted) ? wanted : own.credential.language;
  return signedInPage({
    title: reader.messages.message('me-wikitext-title'),
    path: `/me/credentials/${id}/wikitext`,
    reader,
    session,
    children: (
      <WikitextPage
        own={own}
        languages={languages}
        facts={boxFacts(own, language, desk.origin)}
        reader={reader}
      />
    ),
  });
});

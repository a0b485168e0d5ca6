import { preferredType } from '@laurel/http/media-type';
import {
  isReason,
  problem,
  REASONS,
  type Reason,
  remedyInGeneral,
  statusOf,
  titleOf,
} from '@laurel/http/problem';
import { exampleOf } from '@laurel/http/problem-examples';
import { readerOf } from '@laurel/http/reader';
import { contentSecurityPolicy } from '@laurel/http/security-headers';
import { type Messages, messagesFor } from '@laurel/i18n/messages';
import { htmlResponse } from '@laurel/pages/document';
import { FIELDS_STYLE_HASH } from '@laurel/pages/fields/fields-style';
import { STYLESHEET_HASH } from '@laurel/pages/stylesheet';
import { type Context, Hono } from 'hono';
import type { App } from '../env.ts';
import { ProblemIndexPage } from '../pages/problem-index-page.tsx';
import { ProblemTypePage } from '../pages/problem-type-page.tsx';
import { onlyMethods, refused } from '../refuse.ts';

/** Pages about kinds of problems, at the addresses that problem documents have as their `type`. */
export const problems = new Hono<App>();

problems.get('/', async (c) => {
  const reader = readerOf(c.req.raw);
  if (wantsHtml(c)) return htmlResponse(<ProblemIndexPage reader={reader} />, reader);
  const all = REASONS.map((reason) => typeOf(reason, reader.messages, c.env.LAUREL_ORIGIN));
  return inJson(c, { problems: all }, reader.messages);
});
problems.all('/', onlyMethods('GET', 'HEAD'));

problems.get('/:reason', async (c) => {
  const reason = c.req.param('reason');
  if (!isReason(reason)) return refused(c, { reason: 'page_unknown' });
  const reader = readerOf(c.req.raw);
  const origin = c.env.LAUREL_ORIGIN;
  const remedy = remedyInGeneral(reason, reader.messages);
  const example = await exampleDocument(reason, origin);
  if (!wantsHtml(c)) {
    return inJson(
      c,
      { ...typeOf(reason, reader.messages, origin), remedy, example },
      reader.messages,
    );
  }
  return htmlResponse(
    <ProblemTypePage
      reason={reason}
      remedy={remedy}
      example={JSON.stringify(example, null, 2)}
      reader={reader}
    />,
    reader,
    {
      headers: {
        'content-security-policy': contentSecurityPolicy({
          styles: [STYLESHEET_HASH, FIELDS_STYLE_HASH],
          scripts: [],
        }),
      },
    },
  );
});
problems.all('/:reason', onlyMethods('GET', 'HEAD'));

function wantsHtml(c: Context<App>): boolean {
  const offers = ['text/html', 'application/json'] as const;
  return preferredType(c.req.header('accept'), offers) === 'text/html';
}

function inJson(c: Context<App>, body: object, { language }: Messages) {
  return c.json(body, 200, { 'content-language': language, vary: 'Accept, Accept-Language' });
}

function typeOf(reason: Reason, messages: Messages, origin: string) {
  return {
    type: `${origin}/problems/${reason}`,
    title: titleOf(reason, messages),
    status: statusOf(reason),
  };
}

/** In English, as what failures bring along is. */
function exampleDocument(reason: Reason, origin: string): Promise<unknown> {
  const messages = messagesFor('en');
  return problem(exampleOf(reason), { origin, instance: '/example', messages }).json();
}

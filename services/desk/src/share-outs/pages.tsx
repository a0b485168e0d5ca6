import { MAX_SHARE_OUT_ANSWER, ShareOutAgainRequest } from '@laurel/contracts/share-out-requests';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { currentAchievements } from '../awarding/find-achievement.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { readForm } from '../session/read-form.ts';
import { askAgain, awardShareOut } from './decide.ts';
import { listShareOuts } from './list.ts';
import { type RefusedWords, ShareOutsPage } from './queue-page.tsx';

const MAX_FORM_BYTES = 32 * 1024;

const DONE = ['thanked', 'again'] as const;

/** What holders promised to share, under an issuer’s desk. */
export const shareOutPages = new Hono<MemberApp>();

shareOutPages.use(requireScope('awards:read'));

shareOutPages.get('/', (c) => shareOutsPage(c, null));

shareOutPages.post('/:award/award', requireScope('nominations:review'), async (c) => {
  const { desk, member } = c.var;
  const { message } = readerOf(c.req.raw).messages;
  const label = message('share-outs-label');
  const awarded = await awardShareOut(desk, member, c.req.param('award'), label);
  return awarded.ok ? done(c, 'thanked') : refuseMember(c, awarded.failure, '/share-outs');
});

shareOutPages.post('/:award/again', requireScope('nominations:review'), async (c) => {
  const { desk, member } = c.var;
  const form = await readForm(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refuseMember(c, form.failure, '/share-outs');
  const awardId = c.req.param('award');
  const typed = form.value.get('answer') ?? '';
  const request = ShareOutAgainRequest.safeParse({ answer: typed });
  if (!request.success) {
    const { message } = readerOf(c.req.raw).messages;
    const mistake = message('share-outs-again-mistake', MAX_SHARE_OUT_ANSWER);
    return shareOutsPage(c, { awardId, typed, mistake });
  }
  const asked = await askAgain(desk, member, awardId, request.data.answer);
  return asked.ok ? done(c, 'again') : refuseMember(c, asked.failure, '/share-outs');
});

function done(c: Context<MemberApp>, what: (typeof DONE)[number]): Response {
  const path = deskPath(c.var.member.issuer, `/share-outs?done=${what}`);
  return c.redirect(linkTo(path, readerOf(c.req.raw)), 303);
}

async function shareOutsPage(
  c: Context<MemberApp>,
  refused: RefusedWords | null,
): Promise<Response> {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const what = DONE.find((one) => one === c.req.query('done'));
  return deskPage({
    title: message('desk-section-share-outs'),
    path: deskPath(member.issuer, '/share-outs'),
    reader,
    session: holder,
    member,
    section: 'share-outs',
    status: refused === null ? 200 : 422,
    children: (
      <ShareOutsPage
        member={member}
        promises={await listShareOuts(desk, member)}
        achievements={await currentAchievements(desk, member.issuer)}
        done={what === undefined ? null : message(`share-outs-done-${what}`)}
        refused={refused}
        reader={reader}
      />
    ),
  });
}

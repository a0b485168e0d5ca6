import { MentoringOfferRequest } from '@laurel/contracts/mentoring-requests';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { nameIn } from '../me/localised.tsx';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { Done } from '../page/done.tsx';
import { Boxes } from '../page/fields.tsx';
import { readUpload } from '../session/read-upload.ts';
import { offeredAchievements, offerMentoring, recognisableAchievements } from './offering.ts';

const MAX_FORM_BYTES = 16 * 1024;

/** What an issuer awards for mentoring: a setting of its admins, under its desk. */
export const offerPages = new Hono<MemberApp>();

offerPages.use(requireScope('issuer:write'));

offerPages.get('/', async (c) => {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const all = await recognisableAchievements(desk, member.issuer);
  const offered = await offeredAchievements(desk, member.issuer);
  const path = deskPath(member.issuer, '/mentoring');
  return deskPage({
    title: message('mentorships-offer-title'),
    path,
    reader,
    session: holder,
    member,
    section: 'settings',
    children: (
      <>
        <h1>{message('mentorships-offer-title')}</h1>
        <Done
          sentence={c.req.query('done') === 'offered' ? message('mentorships-done-offered') : null}
        />
        <p>{message('mentorships-offer-means')}</p>
        {all.length === 0 ? (
          <p>{message('mentorships-offer-none')}</p>
        ) : (
          <form method="post" action={linkTo(path, reader)}>
            <Boxes
              name="achievement"
              kind="checkbox"
              label={message('mentorships-offer-list')}
              values={offered.map(({ slug }) => slug)}
              options={all.map(({ slug, name, sourceLanguage }) => ({
                value: slug,
                label: nameIn(name, reader, sourceLanguage),
              }))}
            />
            <button type="submit">{message('mentoring-save')}</button>
          </form>
        )}
      </>
    ),
  });
});

offerPages.post('/', async (c) => {
  const { desk, member } = c.var;
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refuseMember(c, form.failure, '/mentoring');
  const request = MentoringOfferRequest.safeParse({
    achievements: form.value.getAll('achievement'),
  });
  if (!request.success) {
    const issues = [{ pointer: '/achievements', detail: 'At most 20 achievements.' }];
    return refuseMember(c, { reason: 'request_invalid', issues }, '/mentoring');
  }
  const offered = await offerMentoring(desk, member, request.data.achievements);
  if (!offered.ok) return refuseMember(c, offered.failure, '/mentoring');
  const path = deskPath(member.issuer, '/mentoring?done=offered');
  return c.redirect(linkTo(path, readerOf(c.req.raw)), 303);
});

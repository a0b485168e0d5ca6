import { MentorshipAwardRequest } from '@laurel/contracts/mentoring-requests';
import { languagesToSign } from '@laurel/core/achievement';
import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { languageName } from '../me/language-name.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { MistakeList, type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { pageAsked } from '../page/paging.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { answerOfFields, typedFields } from '../reviewing/answer-words.ts';
import { DeclineForm } from '../reviewing/decline-form.tsx';
import { readUpload } from '../session/read-upload.ts';
import { type AnswerFields, SUGGESTIONS } from './answer-fields.ts';
import { AwardForm } from './answer-forms.tsx';
import { awardMentorship, declineMentorship } from './decide-mentorship.ts';
import { findMentorship, type WaitingMentorship } from './find-mentorship.ts';
import { MentorshipPage } from './mentorship-page.tsx';
import { mentorshipQueue } from './queue.ts';
import { QueuePage } from './queue-page.tsx';

const PLACE = '/mentorships';
const MAX_FORM_BYTES = 32 * 1024;

/** Pages of what mentors and mentees confirmed, under an issuer’s desk. */
export const mentorshipPages = new Hono<MemberApp>();

mentorshipPages.use(requireScope('nominations:review'));

mentorshipPages.get('/', async (c) => {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const page = pageAsked(c.req.raw);
  const { entries, total } = await mentorshipQueue(desk, member, page);
  return deskPage({
    title: message('desk-section-mentoring'),
    path: deskPath(member.issuer, PLACE),
    reader,
    session: holder,
    member,
    section: 'mentoring',
    children: (
      <QueuePage
        issuer={member.issuer}
        entries={entries}
        page={page}
        total={total}
        done={c.req.query('done') === 'declined' ? message('mentorships-done-declined') : null}
        reader={reader}
      />
    ),
  });
});

mentorshipPages.get('/:id', async (c) => {
  const found = await findMentorship(c.var.desk, c.var.member, c.req.param('id'));
  if (!found.ok) return refuseMember(c, found.failure, PLACE);
  return mentorshipPage(c, found.value, begunFields(c, found.value), {});
});

mentorshipPages.post('/:id/award', async (c) => {
  const { desk, member } = c.var;
  const id = c.req.param('id');
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refuseMember(c, form.failure, PLACE);
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const { end, language } = typedFields(form.value, NOTHING_BEGUN);
  const asked = MentorshipAwardRequest.safeParse({
    ...(language === '' ? {} : { language }),
    ...(end === '' ? {} : { end }),
  });
  const awarded = asked.success
    ? await awardMentorship(desk, member, id, asked.data, message('mentorships-label'))
    : null;
  if (awarded?.ok === true) {
    const path = deskPath(member.issuer, `/batches/${awarded.value}`);
    return c.redirect(linkTo(path, reader), 303);
  }
  const found = await findMentorship(desk, member, id);
  if (!found.ok) return refuseMember(c, found.failure, PLACE);
  const fields = typedFields(form.value, begunFields(c, found.value));
  const failure = awarded === null ? null : awarded.failure;
  const place = placeOf(failure);
  if (place !== null) {
    const mistakes = new Map([[place, message('sheets-terms-mistake')]]);
    return mentorshipPage(c, found.value, fields, { mistakes });
  }
  return mentorshipPage(c, found.value, fields, failure === null ? {} : { failure });
});

mentorshipPages.post('/:id/decline', async (c) => {
  const { desk, member } = c.var;
  const id = c.req.param('id');
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refuseMember(c, form.failure, PLACE);
  const found = await findMentorship(desk, member, id);
  if (!found.ok) return refuseMember(c, found.failure, PLACE);
  const reader = readerOf(c.req.raw);
  const fields = typedFields(form.value, begunFields(c, found.value));
  const answer = answerOfFields(desk, fields, SUGGESTIONS, (one) => `mentorships-words-${one}`);
  if (answer === null) {
    const mistakes = new Map([['answer', reader.messages.message('nominations-answer-mistake')]]);
    return mentorshipPage(c, found.value, fields, { mistakes });
  }
  const declined = await declineMentorship(desk, member, id, answer);
  if (!declined.ok) return refuseMember(c, declined.failure, PLACE);
  return c.redirect(linkTo(deskPath(member.issuer, `${PLACE}?done=declined`), reader), 303);
});

const NOTHING_BEGUN: AnswerFields = { end: '', language: '', words: SUGGESTIONS[0], answer: '' };

function begunFields({ var: { desk } }: Context<MemberApp>, { language }: WaitingMentorship) {
  return { ...NOTHING_BEGUN, language, end: dayOf(desk.nowSeconds) };
}

/** The field that a refusal is about; null for none of them. A form whose fields were no days has a wrong end. */
function placeOf(failure: Failure | null): 'language' | 'end' | null {
  if (failure === null) return 'end';
  if (failure.reason === 'language_unavailable') return 'language';
  const isEnd =
    failure.reason === 'request_invalid' &&
    failure.issues.some(({ pointer }) => pointer === '/end');
  return isEnd ? 'end' : null;
}

type PageOptions = { readonly mistakes?: Mistakes; readonly failure?: Failure };

async function mentorshipPage(
  c: Context<MemberApp>,
  mentorship: WaitingMentorship,
  fields: AnswerFields,
  { mistakes = NO_MISTAKES, failure }: PageOptions,
): Promise<Response> {
  const { member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const path = deskPath(member.issuer, `${PLACE}/${mentorship.id}`);
  const facts = mentorship.achievement;
  const languages = facts === null ? [] : languagesToSign(facts, member.issuerFace.demonstration);
  const language = languages.includes(fields.language)
    ? fields.language
    : (facts?.sourceLanguage ?? '');
  return deskPage({
    // No name: a title stands in lists of tabs and in histories.
    title: message('mentorships-title-one'),
    path,
    reader,
    session: holder,
    member,
    section: 'mentoring',
    status: statusOfForm(failure ?? null, mistakes),
    children: (
      <>
        <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
        <RefusalNote failure={failure ?? null} reader={reader} />
        <MentorshipPage issuer={member.issuer} mentorship={mentorship} reader={reader}>
          {facts !== null && (
            <AwardForm
              path={path}
              isGoing={mentorship.periodEnd === ''}
              languages={languages.map((tag) => ({
                value: tag,
                label: languageName(tag, facts.drafts.includes(tag), reader.messages),
              }))}
              fields={{ ...fields, language }}
              mistakes={mistakes}
              reader={reader}
            />
          )}
          <DeclineForm
            path={path}
            means={message('mentorships-decline-means')}
            label={message('mentorships-words')}
            suggestions={SUGGESTIONS.map((one) => ({
              value: one,
              label: message(`mentorships-words-${one}`),
            }))}
            fields={fields}
            mistakes={mistakes}
            reader={reader}
          />
        </MentorshipPage>
      </>
    ),
  });
}

import { languagesToSign } from '@laurel/core/achievement';
import type { Failure } from '@laurel/core/failure';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { findAchievement } from '../awarding/find-achievement.ts';
import { languageName } from '../me/language-name.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { MistakeList, type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { pageAsked } from '../page/paging.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { answerOfFields, typedFields } from '../reviewing/answer-words.ts';
import { DeclineForm } from '../reviewing/decline-form.tsx';
import { readUpload } from '../session/read-upload.ts';
import { type AnswerFields, awardOfFields, SUGGESTIONS } from './answer-fields.ts';
import { AwardForm } from './answer-forms.tsx';
import { awardNomination, declineNomination } from './decide-nomination.ts';
import { findNomination, type Nomination } from './find-nomination.ts';
import { NominationPage } from './nomination-page.tsx';
import { listQueue } from './queue.ts';
import { QueuePage } from './queue-page.tsx';

const MAX_FORM_BYTES = 32 * 1024;

/** Pages of nominations, under an issuer’s desk. */
export const nominationPages = new Hono<MemberApp>();

nominationPages.use(requireScope('nominations:review'));

nominationPages.get('/', async (c) => {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const page = pageAsked(c.req.raw);
  const { entries, total } = await listQueue(desk, member, page);
  return deskPage({
    title: message('desk-section-nominations'),
    path: deskPath(member.issuer, '/nominations'),
    reader,
    session: holder,
    member,
    section: 'nominations',
    children: (
      <QueuePage
        issuer={member.issuer}
        entries={entries}
        page={page}
        total={total}
        done={c.req.query('done') === 'declined' ? message('nominations-done-declined') : null}
        reader={reader}
      />
    ),
  });
});

nominationPages.get('/:id', async (c) => {
  const found = await findNomination(c.var.desk, c.var.member, c.req.param('id'));
  if (!found.ok) return refuseMember(c, found.failure, '/nominations');
  return nominationPage(c, found.value, begunFields(found.value), {});
});

nominationPages.post('/:id/award', async (c) => {
  const { desk, member } = c.var;
  const id = c.req.param('id');
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refuseMember(c, form.failure, '/nominations');
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const asked = awardOfFields(typedFields(form.value, NOTHING_BEGUN));
  const awarded = asked.ok
    ? await awardNomination(desk, member, id, asked.value, message('nominations-label'))
    : null;
  if (awarded?.ok === true) {
    const path = deskPath(member.issuer, `/batches/${awarded.value}`);
    return c.redirect(linkTo(path, reader), 303);
  }
  const found = await findNomination(desk, member, id);
  if (!found.ok) return refuseMember(c, found.failure, '/nominations');
  const fields = typedFields(form.value, begunFields(found.value));
  const failure = awarded === null ? null : awarded.failure;
  const places = asked.ok ? placesOf(failure) : asked.failure;
  if (places.size > 0) {
    const sentence = message('sheets-terms-mistake');
    const mistakes = new Map([...places].map((field) => [field, sentence]));
    return nominationPage(c, found.value, fields, { mistakes });
  }
  return nominationPage(c, found.value, fields, failure === null ? {} : { failure });
});

nominationPages.post('/:id/decline', async (c) => {
  const { desk, member } = c.var;
  const id = c.req.param('id');
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refuseMember(c, form.failure, '/nominations');
  const found = await findNomination(desk, member, id);
  if (!found.ok) return refuseMember(c, found.failure, '/nominations');
  const reader = readerOf(c.req.raw);
  const fields = typedFields(form.value, begunFields(found.value));
  const answer = answerOfFields(desk, fields, SUGGESTIONS, (one) => `nominations-words-${one}`);
  if (answer === null) {
    const mistakes = new Map([['answer', reader.messages.message('nominations-answer-mistake')]]);
    return nominationPage(c, found.value, fields, { mistakes });
  }
  const declined = await declineNomination(desk, member, id, answer);
  if (!declined.ok) return refuseMember(c, declined.failure, '/nominations');
  const path = deskPath(member.issuer, '/nominations?done=declined');
  return c.redirect(linkTo(path, reader), 303);
});

const NOTHING_BEGUN: AnswerFields = {
  start: '',
  end: '',
  language: '',
  url: '',
  words: SUGGESTIONS[0],
  answer: '',
};

/** The link of the oldest nomination is offered for the certificate; the reviewer may take it out. */
function begunFields(nomination: Nomination): AnswerFields {
  const url = nomination.stories[0]?.evidence.url ?? '';
  return { ...NOTHING_BEGUN, language: languageOf(nomination), url };
}

function languageOf({ stories }: Nomination): string {
  return stories[0]?.language ?? 'en';
}

/** A role has a term, which the reviewer is asked for at its start. */
function placesOf(failure: Failure | null): ReadonlySet<string> {
  if (failure?.reason === 'language_unavailable') return new Set(['language']);
  const isPeriod =
    failure?.reason === 'request_invalid' &&
    failure.issues.some(({ pointer }) => pointer.endsWith('/period'));
  return new Set(isPeriod ? ['start'] : []);
}

type PageOptions = { readonly mistakes?: Mistakes; readonly failure?: Failure };

async function nominationPage(
  c: Context<MemberApp>,
  nomination: Nomination,
  fields: AnswerFields,
  { mistakes = NO_MISTAKES, failure }: PageOptions,
): Promise<Response> {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const path = deskPath(member.issuer, `/nominations/${nomination.id}`);
  const found = await findAchievement(desk, member.issuer, nomination.achievementSlug);
  const facts = found?.facts ?? null;
  const languages = facts === null ? [] : languagesToSign(facts, member.issuerFace.demonstration);
  const language = languages.includes(fields.language)
    ? fields.language
    : (facts?.sourceLanguage ?? '');
  return deskPage({
    // No name: a title stands in lists of tabs and in histories.
    title: message('nominations-title-one'),
    path,
    reader,
    session: holder,
    member,
    section: 'nominations',
    status: statusOfForm(failure ?? null, mistakes),
    children: (
      <>
        <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
        <RefusalNote failure={failure ?? null} reader={reader} />
        <NominationPage
          issuer={member.issuer}
          nomination={nomination}
          achievement={facts}
          reader={reader}
        >
          {facts !== null && (
            <AwardForm
              path={path}
              isRole={facts.kind === 'role'}
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
            means={message('nominations-decline-means')}
            label={message('nominations-words')}
            help={message('nominations-words-help')}
            suggestions={SUGGESTIONS.map((one) => ({
              value: one,
              label: message(`nominations-words-${one}`),
            }))}
            fields={fields}
            mistakes={mistakes}
            reader={reader}
          />
        </NominationPage>
      </>
    ),
  });
}

import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import { ISSUER_KINDS } from '@laurel/core/issuer';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import type { Application } from '../applications/own-applications.ts';
import { Boxes, MistakeList, type Mistakes, TextArea, TextField } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import { TextList } from '../texts/text-list.tsx';
import type { PersonFacts } from './contact-facts.ts';
import { PersonToAsk } from './person-to-ask.tsx';
import { StewardsMenu } from './queue-page.tsx';

/** What the forms of a decision have, as they were sent. */
export type DecisionFields = {
  readonly kind: string;
  readonly vouchedBy: string;
  readonly answer: string;
};

type ReviewPageProps = {
  readonly application: Application;
  /** The applicant, then the contacts. */
  readonly people: readonly PersonFacts[];
  /** Whether the steward has no part in it, and it waits. */
  readonly mayDecide: boolean;
  readonly fields: DecisionFields;
  readonly mistakes: Mistakes;
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** One application with all that is needed to judge it, and the two ways to decide. */
export function ReviewPage(props: ReviewPageProps) {
  const { application, people, mayDecide, failure, mistakes, reader } = props;
  const { message, language } = reader.messages;
  const { slug, state, answer, proofUrl, createdAtSeconds } = application;
  const [applicant, ...contacts] = people;
  return (
    <>
      <StewardsMenu reader={reader} />
      <p class="over">{message(`application-state-${state}`)}</p>
      <h1>
        <bdi dir="ltr">{slug}</bdi>
      </h1>
      <RefusalNote failure={failure} reader={reader} />
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      {answer !== null && (
        <p class="note" dir="auto">
          {answer}
        </p>
      )}
      <TextList texts={application} />
      <h2>{message('apply-proof-heading')}</h2>
      <p>{message('review-proof')}</p>
      <p>
        <a href={proofUrl} rel="noreferrer nofollow" dir="ltr">
          {proofUrl}
        </a>
      </p>
      <h2>{message('review-people')}</h2>
      <dl>
        <dt>{message('review-applicant')}</dt>
        <dd>{applicant !== undefined && <PersonToAsk facts={applicant} reader={reader} />}</dd>
        {contacts.map((facts, index) => (
          <>
            <dt>{message('apply-contact', index + 1)}</dt>
            <dd>
              <PersonToAsk facts={facts} reader={reader} />
            </dd>
          </>
        ))}
      </dl>
      <p class="quiet small">
        {message('application-sent', longDate(dayOf(createdAtSeconds), language))}
      </p>
      {mayDecide ? (
        <Decision {...props} />
      ) : (
        state === 'waiting' && <p class="note">{message('problem-own_application-remedy')}</p>
      )}
    </>
  );
}

function Decision({ application, fields, mistakes, reader }: ReviewPageProps) {
  const { message } = reader.messages;
  const path = `/desk/stewards/applications/${application.id}`;
  return (
    <>
      <section aria-labelledby="accept">
        <h2 id="accept">{message('review-accept')}</h2>
        <p>{message('review-accept-means')}</p>
        <form method="post" action={linkTo(`${path}/accept`, reader)}>
          <Boxes
            name="kind"
            kind="radio"
            label={message('review-kind')}
            values={[fields.kind]}
            mistake={mistakes.get('kind')}
            options={ISSUER_KINDS.map((kind) => ({
              value: kind,
              label: message(`review-kind-${kind}`),
              help: message(`review-kind-${kind}-help`),
            }))}
          />
          <TextField
            name="vouchedBy"
            label={message('review-vouched-by')}
            help={message('review-vouched-by-help')}
            value={fields.vouchedBy}
            maxlength={200}
            required
            mistake={mistakes.get('vouchedBy')}
          />
          <button type="submit">{message('review-accept')}</button>
        </form>
      </section>
      <section aria-labelledby="decline">
        <h2 id="decline">{message('review-decline')}</h2>
        <p>{message('review-decline-means')}</p>
        <form method="post" action={linkTo(`${path}/decline`, reader)}>
          <TextArea
            name="answer"
            label={message('review-answer')}
            value={fields.answer}
            rows={4}
            maxlength={2000}
            required
            mistake={mistakes.get('answer')}
          />
          <button type="submit" class="grave">
            {message('review-decline')}
          </button>
        </form>
      </section>
    </>
  );
}

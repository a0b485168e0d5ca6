import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { WritingList } from '../me/name/writing-list.tsx';
import { type Mistakes, TextArea } from '../page/fields.tsx';
import type { PersonFacts } from './contact-facts.ts';
import type { WaitingChange } from './name-changes.ts';
import { PersonToAsk } from './person-to-ask.tsx';
import { StewardsMenu } from './queue-page.tsx';

/** In UTF-16 code units. */
export const MAX_NAME_ANSWER_LENGTH = 1_000;

type NameReviewProps = {
  readonly change: WaitingChange;
  readonly facts: PersonFacts;
  readonly mayDecide: boolean;
  readonly answer: string;
  readonly mistakes: Mistakes;
  readonly reader: Reader;
};

/** One wish: who asks, the name as it is and as it shall be, why, and the decision. */
export function NameReview(props: NameReviewProps) {
  const { change, facts, mayDecide, answer, mistakes, reader } = props;
  const { message, language } = reader.messages;
  return (
    <>
      <StewardsMenu reader={reader} />
      <h1>{message('stewards-names-one')}</h1>
      <p>{message('stewards-names-judge')}</p>
      <dl>
        <dt>{message('stewards-names-who')}</dt>
        <dd>
          <PersonToAsk facts={facts} reader={reader} />
          <p class="quiet small">
            {message('stewards-names-asked', longDate(dayOf(change.askedAtSeconds), language))}
          </p>
        </dd>
        <dt>{message('stewards-names-old')}</dt>
        <dd>
          <WritingList writings={change.old} />
        </dd>
        <dt>{message('stewards-names-wished')}</dt>
        <dd>
          <WritingList writings={change.wished} />
        </dd>
        <dt>{message('stewards-names-why')}</dt>
        <dd>
          <p dir="auto">{change.why}</p>
        </dd>
      </dl>
      {mayDecide ? (
        <form method="post" action={linkTo(`/desk/stewards/names/${change.id}`, reader)}>
          <TextArea
            name="answer"
            label={message('stewards-names-answer')}
            help={message('stewards-names-answer-help')}
            value={answer}
            rows={3}
            maxlength={MAX_NAME_ANSWER_LENGTH}
            mistake={mistakes.get('answer')}
          />
          <p class="actions">
            <button type="submit" name="decision" value="approved">
              {message('stewards-names-approve')}
            </button>
            <button type="submit" name="decision" value="refused" class="grave">
              {message('stewards-names-refuse')}
            </button>
          </p>
        </form>
      ) : (
        <p class="note">{message('problem-own_name_change-remedy')}</p>
      )}
    </>
  );
}

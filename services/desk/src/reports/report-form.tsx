import { REPORT_REASONS, type ReportReason } from '@laurel/core/award-report';
import type { Failure } from '@laurel/core/failure';
import { proseOf } from '@laurel/core/prose';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { HolderAward } from '../me/holder-award.ts';
import { Localised } from '../me/localised.tsx';
import { Boxes, MistakeList, type Mistakes, TextArea } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import type { Report } from './report-award.ts';

/** In UTF-16 code units. */
const MAX_WORDS_LENGTH = 2_000;

/** What was typed and chosen, as it was. */
export type TypedReport = { readonly reason: string; readonly words: string };

/** The report of a form, or what is wrong with its fields. */
export function reportOf(
  { reason, words }: TypedReport,
  { messages: { message } }: Reader,
): Report | Mistakes {
  const chosen = REPORT_REASONS.find((one) => one === reason);
  if (chosen === undefined) return new Map([['reason', message('report-choose')]]);
  const said = proseOf(words);
  if (said.length > MAX_WORDS_LENGTH) {
    return new Map([['words', message('report-words-long', MAX_WORDS_LENGTH)]]);
  }
  return chosen === 'other' && said === ''
    ? new Map([['words', message('report-words-missing')]])
    : { reason: chosen, words: said };
}

type ReportFormProps = {
  readonly held: HolderAward;
  readonly typed: TypedReport;
  readonly mistakes: Mistakes;
  /** Why it was refused as a whole; null where it was not. */
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** Tells the stewards of this service about an award, and nobody else. */
export function ReportForm({ held, typed, mistakes, failure, reader }: ReportFormProps) {
  const { message } = reader.messages;
  const { award, achievement, issuer } = held;
  return (
    <>
      <p class="over">
        <Localised texts={issuer.names} reader={reader} />
        {' · '}
        <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
      </p>
      <h1>{message('report-title')}</h1>
      <p class="lead">{message('report-means')}</p>
      <p>{message('report-nameless')}</p>
      <RefusalNote failure={failure} reader={reader} />
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      <form method="post" action={linkTo(`/claim/${award.claimCode}/report`, reader)}>
        <Boxes
          name="reason"
          kind="radio"
          label={message('report-reason')}
          values={[typed.reason]}
          options={REPORT_REASONS.map((reason: ReportReason) => ({
            value: reason,
            label: message(`report-reason-${reason}`),
          }))}
          mistake={mistakes.get('reason')}
        />
        <TextArea
          name="words"
          label={message('report-words')}
          help={message('report-words-help')}
          value={typed.words}
          maxlength={MAX_WORDS_LENGTH}
          mistake={mistakes.get('words')}
        />
        <p class="actions">
          <button type="submit">{message('report-send')}</button>
          <a class="step" href={linkTo(wayBack(held), reader)}>
            {message('report-leave')}
          </a>
        </p>
      </form>
    </>
  );
}

function wayBack({ award }: HolderAward): string {
  if (award.state === 'offered') return `/claim/${award.claimCode}`;
  return award.state === 'declined' ? '/me' : `/me/awards/${award.id}`;
}

import type { Achievement } from '@laurel/core/achievement';
import { CONSENTS } from '@laurel/core/award';
import type { Failure } from '@laurel/core/failure';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { deskPath } from '../page/desk-page.tsx';
import { Boxes, MistakeList, type Mistakes } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import { TermsInputs } from '../sheets/terms-inputs.tsx';
import type { CorrectionFields } from './correction-form.ts';
import { meaningOfCorrection } from './correction-meaning.ts';
import type { IssuersAward } from './find-award.ts';

type CorrectionPageProps = {
  readonly award: IssuersAward;
  readonly achievements: readonly Achievement[];
  readonly demonstration: boolean;
  readonly fields: CorrectionFields;
  readonly mistakes: Mistakes;
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** What an award says now, to be put right, and what that does. */
export function CorrectionPage(props: CorrectionPageProps) {
  const { award, achievements, demonstration, fields, mistakes, failure, reader } = props;
  const { message } = reader.messages;
  const path = deskPath(award.issuer, `/awards/${award.id}`);
  const isOnPaper = award.consent === 'paper';
  return (
    <>
      <h1>{message('awards-correct')}</h1>
      <p class="lead">
        {award.username === null ? message('awards-nameless') : <Person name={award.username} />}
      </p>
      <p>{message('awards-correct-person')}</p>
      <p>{message(meaningOfCorrection(award))}</p>
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      <RefusalNote failure={failure} reader={reader} />
      <form method="post" action={linkTo(`${path}/correction`, reader)}>
        <TermsInputs
          achievements={achievements}
          demonstration={demonstration}
          fields={fields}
          mistakes={mistakes}
          hoursHelp={message('sheets-hours-help')}
          asksConsent={false}
          mayFollowSource={false}
          reader={reader}
        />
        {award.evidence.length > 1 && (
          <p class="note">{message('awards-correct-evidence', award.evidence.length - 1)}</p>
        )}
        {isOnPaper ? (
          <>
            <Boxes
              name="consent"
              kind="radio"
              label={message('awards-correct-consent')}
              values={[fields.consent]}
              mistake={mistakes.get('consent')}
              options={CONSENTS.map((consent) => ({
                value: consent,
                label: message(`awards-correct-consent-${consent}`),
                help: message(`awards-correct-consent-${consent}-help`),
              }))}
            />
            <Boxes
              name="declared"
              kind="checkbox"
              label={message('sheets-consent-paper')}
              values={[fields.declared]}
              options={[{ value: 'yes', label: message('awards-correct-declaration') }]}
            />
          </>
        ) : (
          <input type="hidden" name="consent" value="ask" />
        )}
        <p class="actions">
          <button type="submit">{message('awards-correct-button')}</button>
          <a class="button quieter" href={linkTo(path, reader)}>
            {message('desk-go-back')}
          </a>
        </p>
      </form>
    </>
  );
}

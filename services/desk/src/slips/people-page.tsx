import type { Achievement } from '@laurel/core/achievement';
import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Localised } from '../me/localised.tsx';
import { deskPath } from '../page/desk-page.tsx';
import { Done } from '../page/done.tsx';
import { Paging } from '../page/paging.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import { SHOWN_STATES, type ShownState, type SlipPerson } from './list-people.ts';
import { PdfLinks } from './pdf-links.tsx';
import { PeopleForm } from './people-form.tsx';
import { slipPath, type TalliedSheet } from './slip-values.ts';

type PeoplePageProps = {
  readonly sheet: TalliedSheet;
  readonly achievement: Achievement | null;
  readonly state: ShownState;
  readonly people: readonly SlipPerson[];
  readonly page: number;
  /** Who looks: their own slip is another member's to confirm. */
  readonly viewer: string;
  readonly ticked: readonly number[];
  readonly done: string | null;
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** A sheet of slips: who has shown one, and what becomes of them. */
export function PeoplePage(props: PeoplePageProps) {
  const { sheet, achievement, state, people, page, viewer, ticked, done, failure, reader } = props;
  const { message, language } = reader.messages;
  const { tally } = sheet;
  const lastDay = longDate(dayOf(sheet.endsAtSeconds), language);
  return (
    <>
      <p class="over">
        <a href={linkTo(deskPath(sheet.issuer, '/slips'), reader)}>
          {message('desk-section-slips')}
        </a>
      </p>
      <h1>
        <bdi dir="auto">{sheet.label}</bdi>
      </h1>
      <Done sentence={done} />
      <RefusalNote failure={failure} reader={reader} />
      <p>
        {achievement !== null && (
          <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
        )}
        {' · '}
        {message('slips-count', sheet.size)}
        {' · '}
        {message(sheet.ended ? 'slips-ended-on' : 'slips-ends-on', lastDay)}
      </p>
      {tally.confirmed > 0 && (
        <p>
          {message('slips-confirmed', tally.confirmed)}{' '}
          <a href={linkTo(deskPath(sheet.issuer, '/batches'), reader)}>
            {message('slips-see-batches')}
          </a>
        </p>
      )}
      {sheet.ended ? (
        <p class="note">{message('slips-dead')}</p>
      ) : (
        <>
          <Blank sheet={sheet} reader={reader} />
          <section aria-labelledby="people">
            <h2 id="people">{message('slips-people-title')}</h2>
            <States sheet={sheet} current={state} reader={reader} />
            <PeopleForm
              sheet={sheet}
              state={state}
              people={people}
              page={page}
              viewer={viewer}
              ticked={ticked}
              reader={reader}
            />
            <Paging
              page={page}
              total={tally[state]}
              path={`${slipPath(sheet)}?state=${state}`}
              reader={reader}
            />
          </section>
          <End sheet={sheet} reader={reader} />
        </>
      )}
    </>
  );
}

type PartProps = { readonly sheet: TalliedSheet; readonly reader: Reader };

/** Slips that nobody has shown yet, and the way to paper. */
function Blank({ sheet, reader }: PartProps) {
  const { message } = reader.messages;
  const { blank } = sheet.tally;
  return (
    <>
      <p>{message('slips-blank', blank)}</p>
      {blank > 0 && (
        <p class="actions">
          <a class="button" href={linkTo(slipPath(sheet, '/print'), reader)}>
            {message('slips-to-print')}
          </a>
          <PdfLinks sheet={sheet} reader={reader} />
        </p>
      )}
    </>
  );
}

function States({ sheet, current, reader }: PartProps & { readonly current: ShownState }) {
  const { message } = reader.messages;
  return (
    <nav aria-label={message('slips-people-title')}>
      <ul class="tally">
        {SHOWN_STATES.map((state) => (
          <li>
            <a
              href={linkTo(`${slipPath(sheet)}?state=${state}`, reader)}
              {...(state === current ? { 'aria-current': 'page' } : {})}
            >
              <strong>{sheet.tally[state]}</strong> {message(`slips-state-${state}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function End({ sheet, reader }: PartProps) {
  const { message } = reader.messages;
  return (
    <details>
      <summary>{message('slips-end-title')}</summary>
      <form method="post" action={linkTo(slipPath(sheet, '/end'), reader)}>
        <p>{message('slips-end-means')}</p>
        <button type="submit" class="grave">
          {message('slips-end')}
        </button>
      </form>
    </details>
  );
}

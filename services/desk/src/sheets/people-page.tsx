import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { Child } from 'hono/jsx';
import { Done } from '../page/done.tsx';
import { Paging, pagesIn } from '../page/paging.tsx';
import { type ListedRow, PILES, type Pile } from './list-rows.ts';
import { FoundPerson, UnknownPerson } from './person-row.tsx';
import type { DeskSheet } from './sheet-values.ts';
import { Steps, sheetPath } from './steps.tsx';
import type { SheetTally } from './tally.ts';

/** All ways on from the page send the form, so that no tick is lost by going on. */
const FORM = 'people';

type PeoplePageProps = {
  readonly sheet: DeskSheet;
  readonly tally: SheetTally;
  readonly pile: Pile;
  readonly rows: readonly ListedRow[];
  readonly page: number;
  readonly total: number;
  /** What the form just sent has done; null where none was. */
  readonly done: string | null;
  readonly reader: Reader;
};

/** The third step: three piles of people, and who of them attended. */
export function PeoplePage({
  sheet,
  tally,
  pile,
  rows,
  page,
  total,
  done,
  reader,
}: PeoplePageProps) {
  const { message } = reader.messages;
  const path = `${sheetPath(sheet)}?pile=${pile}`;
  const nameColumn = sheet.reading.usernameColumn;
  const hasForm = total > 0 && pile !== 'waiting';
  return (
    <>
      <Steps sheet={sheet} current="people" reader={reader} />
      <h1>{message('sheets-people-title')}</h1>
      <Done sentence={done} />
      {tally.waiting > 0 && (
        <div role="status">
          <p>{message('sheets-looking-up', tally.size - tally.waiting, tally.size)}</p>
          <progress
            value={tally.size - tally.waiting}
            max={tally.size}
            aria-label={message('sheets-step-people')}
          />
          <p class="quiet small">{message('sheets-may-close')}</p>
        </div>
      )}
      <Piles sheet={sheet} tally={tally} current={pile} reader={reader} />
      {total === 0 ? (
        <p>{message('sheets-pile-empty')}</p>
      ) : (
        <form id={FORM} method="post" action={linkTo(`${path}&page=${page}`, reader)}>
          <PileHelp pile={pile} reader={reader} />
          <ul class="people">
            {rows.map((row) =>
              row.pile === 'not_found' ? (
                <UnknownPerson row={row} nameColumn={nameColumn} reader={reader} />
              ) : row.pile === null ? (
                <li>
                  <bdi dir="auto">{row.username}</bdi>
                </li>
              ) : (
                <FoundPerson row={row} nameColumn={nameColumn} reader={reader} />
              ),
            )}
          </ul>
          {hasForm && <Buttons pile={pile} total={total} reader={reader} />}
          {hasForm && <PageButtons page={page} total={total} reader={reader} />}
        </form>
      )}
      {!hasForm && <Paging page={page} total={total} path={path} reader={reader} />}
      <section aria-labelledby="next">
        <h2 id="next">{message('sheets-next')}</h2>
        <p>{message('sheets-people-now', tally.people)}</p>
        {tally.leftOver > 0 && <p>{message('sheets-left-over', tally.leftOver)}</p>}
        {tally.unsaid > 0 && <p>{message('sheets-effect-unsaid', tally.unsaid)}</p>}
        <p class="actions">
          {hasForm ? (
            <button type="submit" form={FORM} name="act" value="go_on">
              {message('sheets-save-go-on')}
            </button>
          ) : (
            <a class="button" href={linkTo(sheetPath(sheet, 'terms'), reader)}>
              {message('sheets-to-terms')}
            </a>
          )}
        </p>
      </section>
    </>
  );
}

type PilesProps = {
  readonly sheet: DeskSheet;
  readonly tally: SheetTally;
  readonly current: Pile;
  readonly reader: Reader;
};

function Piles({ sheet, tally, current, reader }: PilesProps) {
  const { message } = reader.messages;
  const counts = {
    ready: tally.ready,
    check: tally.check,
    not_found: tally.notFound,
    waiting: tally.waiting,
  };
  return (
    <nav aria-label={message('sheets-piles')}>
      <ul class="tally">
        {PILES.filter((pile) => pile !== 'waiting' || tally.waiting > 0).map((pile) => (
          <li>
            <a
              href={linkTo(`${sheetPath(sheet)}?pile=${pile}`, reader)}
              {...(pile === current ? { 'aria-current': 'page' } : {})}
            >
              <strong>{counts[pile]}</strong> {message(`sheets-pile-${pile}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function PileHelp({ pile, reader }: { readonly pile: Pile; readonly reader: Reader }): Child {
  return <p>{reader.messages.message(`sheets-pile-${pile}-help`)}</p>;
}

type ButtonsProps = { readonly pile: Pile; readonly total: number; readonly reader: Reader };

function Buttons({ pile, total, reader }: ButtonsProps) {
  const { message } = reader.messages;
  const button = (act: string, text: string) => (
    <button type="submit" name="act" value={act} class="quieter">
      {text}
    </button>
  );
  return (
    <p class="actions">
      <button type="submit" name="act" value="save">
        {message(pile === 'not_found' ? 'sheets-look-up' : 'sheets-save')}
      </button>{' '}
      {pile === 'check' && button('settle_all', message('sheets-settle-all', total))}{' '}
      {button('all_attended', message('sheets-all-attended'))}{' '}
      {button('none_attended', message('sheets-none-attended'))}
    </p>
  );
}

type PageButtonsProps = { readonly page: number; readonly total: number; readonly reader: Reader };

/** The ways to the pages before and after, by which the ticks of this one are saved. */
function PageButtons({ page, total, reader }: PageButtonsProps) {
  const { message } = reader.messages;
  const pages = pagesIn(total);
  if (pages <= 1) return null;
  const button = (to: number, text: string) => (
    <button type="submit" name="to_page" value={String(to)} class="quieter">
      {text}
    </button>
  );
  return (
    <p class="actions">
      {page > 1 && button(page - 1, message('sheets-save-previous'))}{' '}
      <span>{message('paging-position', page, pages)}</span>{' '}
      {page < pages && button(page + 1, message('sheets-save-next'))}
    </p>
  );
}

import type { AccountToCompare, Doubt } from '@laurel/core/person-finding';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { Person } from '@laurel/pages/person';
import type { ListedRow } from './list-rows.ts';

type RowProps = { readonly row: ListedRow; readonly nameColumn: number; readonly reader: Reader };

/** One person of the piles “ready” and “check”: the account, what tells it apart, and two boxes. */
export function FoundPerson({ row, nameColumn, reader }: RowProps) {
  const { message } = reader.messages;
  if (row.finding?.found !== true) return null;
  const { account, doubts } = row.finding;
  const toldDoubts: readonly Doubt[] = [...doubts, ...row.repeats];
  const written = row.cells[nameColumn] ?? '';
  const yourself = row.repeats.includes('yourself');
  // Most rows are as they should be: a name on each of their two lines would make the list twice as long.
  const saidByItsBox = row.pile === 'ready' && toldDoubts.length === 0;
  return (
    <li>
      {!yourself && <input type="hidden" name="row" value={String(row.row)} />}
      {!saidByItsBox && (
        <p>
          <strong>
            <Person name={account.username} />
          </strong>
        </p>
      )}
      {row.pile === 'check' && (
        <>
          <p class="quiet small">
            {message('sheets-written-as')} <bdi dir="auto">{written}</bdi>
          </p>
          <Comparing account={account} reader={reader} />
        </>
      )}
      {toldDoubts.map((doubt) => (
        <p class="small">
          <span class="tag">{message(`sheets-doubt-${doubt}`)}</span>
        </p>
      ))}
      {!yourself && (
        <>
          {row.pile === 'check' && (
            <Box
              name="right"
              row={row}
              checked={row.confirmed === true}
              label={message('sheets-right-person', account.username)}
            />
          )}
          <Box
            name="attended"
            row={row}
            checked={row.attended === true}
            label={message('sheets-attended-person', account.username)}
          />
          {row.pile === 'check' && (
            <p>
              <label for={`name-${row.row}`}>{message('sheets-other-name')}</label>
              <input
                id={`name-${row.row}`}
                name={`name-${row.row}`}
                type="text"
                dir="auto"
                autocomplete="off"
              />
            </p>
          )}
        </>
      )}
    </li>
  );
}

/** A name that is nobody's: why, a field to put it right, and accounts with names like it. */
export function UnknownPerson({ row, nameColumn, reader }: RowProps) {
  const { message } = reader.messages;
  if (row.finding === null || row.finding.found) return null;
  const { why, near, detail } = row.finding;
  const id = `name-${row.row}`;
  return (
    <li>
      <input type="hidden" name="row" value={String(row.row)} />
      <p>
        <label for={id}>{message('sheets-line', row.line)}</label>
        <input
          id={id}
          name={id}
          type="text"
          dir="auto"
          value={row.cells[nameColumn] ?? ''}
          aria-describedby={`${id}-why`}
        />
      </p>
      <p id={`${id}-why`} class="small">
        {message(`sheets-why-${why}`)}
        {why === 'invalid' && detail !== '' && (
          <span lang="en" dir="ltr">
            {' '}
            {detail}
          </span>
        )}
      </p>
      {near.length > 0 && (
        <fieldset>
          <legend>{message('sheets-near')}</legend>
          {near.map((account) => (
            <label class="choice">
              <input type="radio" name={`near-${row.row}`} value={account.username} />
              <span>
                <Person name={account.username} />
                <Comparing account={account} reader={reader} />
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <Box
        name="attended"
        row={row}
        checked={row.attended === true}
        label={message('sheets-attended-line', row.line)}
      />
    </li>
  );
}

type ComparingProps = { readonly account: AccountToCompare; readonly reader: Reader };

/** Home wiki and registration: what tells two people with like names apart. */
export function Comparing({ account, reader: { messages } }: ComparingProps) {
  const { message, language } = messages;
  return (
    <span class="help">
      {account.homeWiki === null
        ? message('sheets-home-unknown')
        : message('sheets-home', account.homeWiki)}
      {' · '}
      {account.registration === null
        ? message('sheets-registered-unknown')
        : message('sheets-registered', longDate(account.registration.slice(0, 10), language))}
    </span>
  );
}

type BoxProps = {
  readonly name: string;
  readonly row: ListedRow;
  readonly checked: boolean;
  readonly label: string;
};

function Box({ name, row, checked, label }: BoxProps) {
  return (
    <label class="choice">
      <input type="checkbox" name={name} value={String(row.row)} checked={checked} />
      <span>
        <bdi dir="auto">{label}</bdi>
      </span>
    </label>
  );
}

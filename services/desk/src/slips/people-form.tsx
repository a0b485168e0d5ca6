import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import type { ShownState, SlipPerson } from './list-people.ts';
import { slipPath, type TalliedSheet } from './slip-values.ts';

type PeopleFormProps = {
  readonly sheet: TalliedSheet;
  readonly state: ShownState;
  readonly people: readonly SlipPerson[];
  readonly page: number;
  readonly viewer: string;
  /** The numbers whose boxes were ticked in a form that was refused. */
  readonly ticked: readonly number[];
  readonly reader: Reader;
};

/** The people of one page, each with a box, and what can be done with those who are ticked. */
export function PeopleForm(props: PeopleFormProps) {
  const { sheet, state, people, page, viewer, ticked, reader } = props;
  const { message } = reader.messages;
  if (people.length === 0) return <p>{message(`slips-nobody-${state}`)}</p>;
  const path = `${slipPath(sheet, '/people')}?state=${state}&page=${page}`;
  return (
    <form method="post" action={linkTo(path, reader)}>
      <p>{message(`slips-state-${state}-help`)}</p>
      <ul class="people">
        {people.map((person) => (
          <PersonRow
            person={person}
            own={person.accountId === viewer}
            ticked={ticked.includes(person.number)}
            reader={reader}
          />
        ))}
      </ul>
      {state === 'presented' ? (
        <>
          <p class="actions">
            <button type="submit" name="act" value="confirm">
              {message('slips-confirm')}
            </button>{' '}
            <button type="submit" name="act" value="confirm_everybody" class="quieter">
              {message('slips-confirm-everybody')}
            </button>
          </p>
          <p class="quiet small">{message('slips-confirm-means')}</p>
          <p class="actions">
            <button type="submit" name="act" value="refuse" class="quieter">
              {message('slips-refuse')}
            </button>
          </p>
          <p class="quiet small">{message('slips-refuse-means')}</p>
        </>
      ) : (
        <p class="actions">
          <button type="submit" name="act" value="take_back" class="quieter">
            {message('slips-take-back')}
          </button>
        </p>
      )}
    </form>
  );
}

type PersonRowProps = {
  readonly person: SlipPerson;
  readonly own: boolean;
  readonly ticked: boolean;
  readonly reader: Reader;
};

/** One’s own slip has no box: another member settles it. */
function PersonRow({ person, own, ticked, reader }: PersonRowProps) {
  const { message } = reader.messages;
  const { number, alreadyAwarded } = person;
  return (
    <li>
      {own ? (
        <p>
          <Shown person={person} reader={reader} />
        </p>
      ) : (
        <label class="choice">
          <input type="checkbox" name="number" value={String(number)} checked={ticked} />
          <span>
            <Shown person={person} reader={reader} />
          </span>
        </label>
      )}
      {own && (
        <p class="small">
          <span class="tag">{message('sheets-doubt-yourself')}</span>
        </p>
      )}
      {alreadyAwarded && (
        <p class="small">
          <span class="tag">{message('sheets-doubt-already_awarded')}</span>
        </p>
      )}
    </li>
  );
}

type ShownProps = { readonly person: SlipPerson; readonly reader: Reader };

function Shown({ person: { username, number, presentedAtSeconds }, reader }: ShownProps) {
  const { message, language } = reader.messages;
  return (
    <>
      {username === null ? message('awards-nameless') : <Person name={username} />}
      <span class="help">
        {message('slips-number', number)}
        {' · '}
        {longDate(dayOf(presentedAtSeconds), language)}
      </span>
    </>
  );
}

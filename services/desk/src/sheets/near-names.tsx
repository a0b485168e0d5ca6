import type { AccountToCompare } from '@laurel/core/person-finding';
import type { Reader } from '@laurel/http/reader';
import { Person } from '@laurel/pages/person';
import { Comparing } from './person-row.tsx';

type NearNamesProps = { readonly near: readonly AccountToCompare[]; readonly reader: Reader };

/** To choose among accounts with names like one that was typed and is nobody's; nothing where there are none. */
export function NearNames({ near, reader }: NearNamesProps) {
  if (near.length === 0) return null;
  return (
    <fieldset>
      <legend>{reader.messages.message('sheets-near')}</legend>
      {near.map((account) => (
        <label class="choice">
          <input type="radio" name="near" value={account.username} />
          <span>
            <Person name={account.username} />
            <Comparing account={account} reader={reader} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

import type { AccountToCompare } from '@laurel/core/person-finding';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import type { Child } from 'hono/jsx';
import { Comparing } from './person-row.tsx';

type PersonCheckProps = {
  /** What it is about. */
  readonly over: Child;
  readonly title: string;
  readonly account: AccountToCompare;
  /** Where the form goes, with all that was typed before. */
  readonly path: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly send: string;
  readonly change: string;
  readonly reader: Reader;
  /** What happens then. */
  readonly children: Child;
};

/**
 * Whether an account is the person who is meant, before anything is sent. The form has `account`, and `act` as `send`
 * or `change`.
 */
export function PersonCheck(props: PersonCheckProps) {
  const { over, title, account, path, fields, send, change, reader, children } = props;
  return (
    <>
      <p class="over">{over}</p>
      <h1>{title}</h1>
      <p class="who">
        <Person name={account.username} />
      </p>
      <p>
        <Comparing account={account} reader={reader} />
      </p>
      {children}
      <form method="post" action={linkTo(path, reader)}>
        {fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="account" value={account.accountId} />
        <button type="submit" name="act" value="send">
          {send}
        </button>
        <button type="submit" name="act" value="change" class="quieter">
          {change}
        </button>
      </form>
    </>
  );
}

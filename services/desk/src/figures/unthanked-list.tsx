import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { deskPath } from '../page/desk-page.tsx';
import { Paging } from '../page/paging.tsx';
import type { Unthanked } from './unthanked.ts';

type UnthankedListProps = {
  readonly people: readonly Unthanked[];
  readonly total: number;
  readonly page: number;
  readonly issuer: string;
  readonly reader: Reader;
};

/** Who helped and was never thanked, to choose whom to thank now. */
export function UnthankedList({ people, total, page, issuer, reader }: UnthankedListProps) {
  const { message } = reader.messages;
  const path = deskPath(issuer, '/figures/unthanked');
  return (
    <>
      <h1>{message('unthanked-title')}</h1>
      <p>{message('unthanked-explained')}</p>
      {people.length === 0 ? (
        <p class="lead">{message('unthanked-nobody')}</p>
      ) : (
        <form method="post" action={linkTo(path, reader)}>
          <fieldset>
            <legend>{message('unthanked-choose')}</legend>
            {people.map(({ accountId, username, eventName }) => (
              <label class="choice">
                <input type="checkbox" name="account" value={accountId} />
                <span>
                  <bdi>{username}</bdi>
                  <span class="help">
                    <bdi>{eventName}</bdi>
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
          <p class="actions">
            <button type="submit">{message('unthanked-thank')}</button>
          </p>
        </form>
      )}
      <Paging page={page} total={total} path={path} reader={reader} />
    </>
  );
}

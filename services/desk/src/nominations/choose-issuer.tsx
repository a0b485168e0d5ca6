import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Localised } from '../me/localised.tsx';
import { TextField } from '../page/fields.tsx';
import { Paging } from '../page/paging.tsx';
import type { NominatedIssuer } from './nominated-achievements.ts';

type ChooseIssuerProps = {
  readonly issuers: readonly NominatedIssuer[];
  /** Part of a name, as it was typed. */
  readonly sought: string;
  readonly page: number;
  readonly total: number;
  readonly reader: Reader;
};

/** The first step: whom to ask for recognition. */
export function ChooseIssuer({ issuers, sought, page, total, reader }: ChooseIssuerProps) {
  const { message } = reader.messages;
  const search = sought === '' ? '' : `?${new URLSearchParams({ sought })}`;
  return (
    <>
      <h1>{message('nominate-title')}</h1>
      <p class="lead">{message('nominate-lead')}</p>
      <p>
        <a href={linkTo('/desk/nominations', reader)}>{message('nominations-own-title')}</a>
      </p>
      <form method="get" action="/desk/nominate">
        {reader.uselang !== null && <input type="hidden" name="uselang" value={reader.uselang} />}
        <TextField
          name="sought"
          type="search"
          label={message('nominate-search')}
          help={message('nominate-search-help')}
          value={sought}
          maxlength={100}
        />
        <button type="submit" class="quieter">
          {message('nominate-search-button')}
        </button>
      </form>
      {total === 0 && <p role="status">{message('nominate-none')}</p>}
      <ul class="people">
        {issuers.map(({ slug, names, descriptions }) => (
          <li>
            <a href={linkTo(`/desk/nominate/${slug}`, reader)}>
              <Localised texts={names} reader={reader} />
            </a>
            <p class="quiet small">
              <Localised texts={descriptions} reader={reader} />
            </p>
          </li>
        ))}
      </ul>
      <Paging page={page} total={total} path={`/desk/nominate${search}`} reader={reader} />
    </>
  );
}

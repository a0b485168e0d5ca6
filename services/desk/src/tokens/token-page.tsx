import { MAX_TOKEN_DAYS } from '@laurel/contracts/token-request';
import { dayOf } from '@laurel/core/day';
import { TOKEN_SCOPES } from '@laurel/core/issuer';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import type { Member } from '../acting/member.ts';
import { deskPath } from '../page/desk-page.tsx';
import { Boxes, MistakeList, type Mistakes, TextField } from '../page/fields.tsx';
import { Paging } from '../page/paging.tsx';
import type { listTokens } from './make-token.ts';

export type TokenFields = {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly days: string;
};

type TokenPageProps = {
  readonly member: Member;
  readonly listed: Awaited<ReturnType<typeof listTokens>>;
  readonly page: number;
  readonly fields: TokenFields;
  readonly mistakes: Mistakes;
  /** The token just made, told this once. */
  readonly made: string | null;
  readonly reader: Reader;
};

/** The tokens of an issuer, and a form for another one. */
export function TokenPage(props: TokenPageProps) {
  const { member, listed, page, fields, mistakes, made, reader } = props;
  const { message, language } = reader.messages;
  const path = deskPath(member.issuer, '/tokens');
  return (
    <>
      <h1>{message('desk-section-tokens')}</h1>
      <p class="lead">{message('tokens-lead')}</p>
      <p>
        <a href={linkTo('/api/v1/reference', reader)}>{message('reference-title')}</a>
      </p>
      {made !== null && (
        <section class="note done" role="status">
          <p>{message('tokens-made')}</p>
          <pre id="token" class="copy" dir="ltr" tabindex={0}>
            {made}
          </pre>
          <button type="button" hidden data-copy="token" data-done={message('desk-copied')}>
            {message('desk-copy')}
          </button>
        </section>
      )}
      <ul class="people">
        {listed.tokens.map(({ id, name, scopes, endsAtSeconds, lastUsedOn, madeBy }) => (
          <li>
            <strong>
              <bdi dir="auto">{name === '' ? id : name}</bdi>
            </strong>
            <p class="small">
              <code dir="ltr">{scopes.join(' ')}</code>
            </p>
            <p class="quiet small">
              {message('tokens-ends', longDate(dayOf(endsAtSeconds), language))}
              {' · '}
              {lastUsedOn === null
                ? message('tokens-never-used')
                : message('tokens-last-used', longDate(lastUsedOn, language))}
              {madeBy !== null && (
                <>
                  {' · '}
                  <Person name={madeBy} />
                </>
              )}
            </p>
            <details>
              <summary>{message('tokens-end')}</summary>
              <form method="post" action={linkTo(`${path}/${id}/end`, reader)}>
                <p>{message('tokens-end-means')}</p>
                <button type="submit" class="grave">
                  {message('tokens-end')}
                </button>
              </form>
            </details>
          </li>
        ))}
      </ul>
      <Paging page={page} total={listed.total} path={path} reader={reader} />
      <h2>{message('tokens-new')}</h2>
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      <form method="post" action={linkTo(path, reader)}>
        <TextField
          name="name"
          label={message('tokens-name')}
          help={message('tokens-name-help')}
          value={fields.name}
          maxlength={100}
          required
          mistake={mistakes.get('name')}
        />
        <Boxes
          name="scopes"
          kind="checkbox"
          label={message('tokens-scopes')}
          values={fields.scopes}
          mistake={mistakes.get('scopes')}
          options={TOKEN_SCOPES.filter((scope) => member.scopes.has(scope)).map((scope) => ({
            value: scope,
            label: message(`token-scope-${scope}`),
            help: scope,
          }))}
        />
        <TextField
          name="days"
          label={message('tokens-days')}
          help={message('tokens-days-help', MAX_TOKEN_DAYS)}
          inputmode="numeric"
          value={fields.days}
          required
          mistake={mistakes.get('days')}
        />
        <button type="submit">{message('tokens-make')}</button>
      </form>
    </>
  );
}

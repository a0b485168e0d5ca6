import { REVOCATION_REASONS } from '@laurel/core/award';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import type { Member } from '../acting/member.ts';
import { deskPath } from '../page/desk-page.tsx';
import { Select } from '../page/fields.tsx';
import type { FoundAward } from './search.ts';

type AwardPageProps = {
  readonly award: FoundAward;
  readonly member: Member;
  readonly reader: Reader;
};

/** One award as its issuer may see it, and what can be done about it. */
export function AwardPage({ award, member, reader }: AwardPageProps) {
  const { message } = reader.messages;
  const path = deskPath(member.issuer, `/awards/${award.id}`);
  return (
    <>
      <h1>
        {award.username === null ? message('awards-nameless') : <Person name={award.username} />}
      </h1>
      <dl>
        <dt>{message('sheets-achievement')}</dt>
        <dd>
          <code dir="ltr">{award.achievementSlug}</code>
        </dd>
        <dt>{message('awards-state')}</dt>
        <dd>{message(`awards-state-${award.state}`)}</dd>
        <dt>{message('batches-title-one')}</dt>
        <dd>
          <a href={linkTo(deskPath(member.issuer, `/batches/${award.batchId}`), reader)}>
            <bdi dir="ltr">{award.batchId}</bdi>
          </a>
        </dd>
      </dl>
      {award.state === 'open' && member.scopes.has('awards:write') && (
        <section aria-labelledby="cancel">
          <h2 id="cancel">{message('awards-cancel')}</h2>
          <p>{message('awards-cancel-means')}</p>
          <form method="post" action={linkTo(`${path}/cancellation`, reader)}>
            <button type="submit" class="grave">
              {message('awards-cancel')}
            </button>
          </form>
        </section>
      )}
      {award.state === 'accepted' && member.scopes.has('awards:revoke') && (
        <section aria-labelledby="revoke">
          <h2 id="revoke">{message('awards-revoke')}</h2>
          <p>{message('awards-revoke-means')}</p>
          <form method="post" action={linkTo(`${path}/revocation`, reader)}>
            <Select
              name="reason"
              label={message('awards-reason')}
              options={REVOCATION_REASONS.map((reason) => ({
                value: reason,
                label: message(`revocation-${reason}`),
              }))}
            />
            <button type="submit" class="grave">
              {message('awards-revoke')}
            </button>
          </form>
        </section>
      )}
    </>
  );
}

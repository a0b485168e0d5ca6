import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { OfferingIssuer } from '../../mentoring/offering.ts';
import { Localised } from '../localised.tsx';

type ChoosePageProps = { readonly issuers: readonly OfferingIssuer[]; readonly reader: Reader };

/** The first step: which issuer is to recognise the mentoring. */
export function ChoosePage({ issuers, reader }: ChoosePageProps) {
  const { message } = reader.messages;
  return (
    <>
      <p class="over">
        <a href={linkTo('/me/mentoring', reader)}>{message('mentoring-title')}</a>
      </p>
      <h1>{message('mentoring-choose')}</h1>
      {issuers.length === 0 && <p>{message('mentoring-no-group')}</p>}
      <ul class="people">
        {issuers.map(({ slug, names, descriptions }) => (
          <li>
            <a href={linkTo(`/me/mentoring/ask/${slug}`, reader)}>
              <Localised texts={names} reader={reader} />
            </a>
            <p class="quiet small">
              <Localised texts={descriptions} reader={reader} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { deskPath } from '../page/desk-page.tsx';
import type { Recognised } from './recognised.ts';

type RecognisedBeforeProps = {
  readonly issuer: string;
  readonly recognised: readonly Recognised[];
  readonly reader: Reader;
};

/** What somebody was recognised for by the issuer before; nothing where there is nothing. */
export function RecognisedBefore({ issuer, recognised, reader }: RecognisedBeforeProps) {
  const { message, language } = reader.messages;
  if (recognised.length === 0) return null;
  return (
    <section class="note" aria-labelledby="recognised">
      <p id="recognised">
        <strong>{message('nominations-recognised')}</strong>
      </p>
      <ul>
        {recognised.map(({ id, state, periodStart, periodEnd }) => (
          <li>
            <a href={linkTo(deskPath(issuer, `/awards/${id}`), reader)}>
              {message(`awards-state-${state}`)}
              {periodStart !== '' &&
                ` · ${longDate(periodStart, language)} – ${longDate(periodEnd, language)}`}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

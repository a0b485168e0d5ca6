import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { ShownSlip } from '../slips/own-slips.ts';
import { Localised } from './localised.tsx';

type SlipListProps = { readonly slips: readonly ShownSlip[]; readonly reader: Reader };

/** Slips that wait for their organizers or were refused, and the way to type another one's code. */
export function SlipList({ slips, reader }: SlipListProps) {
  const { message } = reader.messages;
  return (
    <>
      {slips.length > 0 && <h2>{message('me-slips')}</h2>}
      {slips.map((shown) => (
        <SlipCard shown={shown} reader={reader} />
      ))}
      <p>
        <a class="step" href={linkTo('/claim', reader)}>
          {message('claim-have-code')}
        </a>
      </p>
    </>
  );
}

type SlipCardProps = { readonly shown: ShownSlip; readonly reader: Reader };

function SlipCard({ shown: { slip, sheet, achievement, issuer }, reader }: SlipCardProps) {
  const { message } = reader.messages;
  const name = `slip-${slip.code}`;
  return (
    <article class="card" aria-labelledby={name}>
      <p class="over">
        <Localised texts={issuer.names} reader={reader} />
        {' · '}
        <bdi dir="auto">{sheet.label}</bdi>
      </p>
      <h3 id={name}>
        <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
      </h3>
      <p>{message(slip.state === 'refused' ? 'me-slip-refused' : 'me-slip-waits')}</p>
      <p>
        <a
          class="button quieter"
          href={linkTo(`/claim/${slip.code}`, reader)}
          aria-describedby={name}
        >
          {message('me-open-slip')}
        </a>
      </p>
    </article>
  );
}

import type { LanguageTag } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Localised } from '../me/localised.tsx';
import type { HandOver, HandOverItem, Side } from './hand-over.ts';

type HandOverListProps = {
  readonly handOver: HandOver;
  /** Whose page it is on. */
  readonly side: Side;
  /** Where its forms are sent. */
  readonly path: string;
  readonly source: LanguageTag;
  readonly reader: Reader;
};

/** The things of a hand-over, each with what the two sides say of it, and the way to say it. */
export function HandOverList({ handOver, side, path, source, reader }: HandOverListProps) {
  const { message } = reader.messages;
  if (handOver.items.length === 0) return <p>{message('hand-over-empty')}</p>;
  return (
    <ul class="people">
      {handOver.items.map((item) => (
        <li>
          <p id={`item-${item.place}`}>
            <Localised texts={item.texts} reader={reader} source={source} />
          </p>
          <p class="quiet small">{message(`hand-over-${stateOf(item, side)}`)}</p>
          {handOver.thankedAtSeconds === null && (
            <TickForm item={item} side={side} path={path} reader={reader} />
          )}
        </li>
      ))}
    </ul>
  );
}

type TickFormProps = Pick<HandOverListProps, 'side' | 'path' | 'reader'> & {
  readonly item: HandOverItem;
};

function TickForm({ item, side, path, reader }: TickFormProps) {
  const says = side === 'holder' ? item.holderSays : item.memberSays;
  return (
    <form method="post" action={linkTo(`${path}/items/${item.place}`, reader)}>
      <input type="hidden" name="done" value={says ? 'no' : 'yes'} />
      <button type="submit" class="quieter" aria-describedby={`item-${item.place}`}>
        {reader.messages.message(says ? 'hand-over-untick' : 'hand-over-tick')}
      </button>
    </form>
  );
}

function stateOf({ holderSays, memberSays }: HandOverItem, side: Side) {
  if (holderSays && memberSays) return 'done';
  if (!holderSays && !memberSays) return 'not-yet';
  return holderSays === (side === 'holder') ? 'waits-for-other' : 'waits-for-you';
}

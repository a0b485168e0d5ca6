import { MAX_HAND_OVER_ITEM_LENGTH } from '@laurel/contracts/leaving-request';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { HandOver } from '../../hand-overs/hand-over.ts';
import { HandOverList } from '../../hand-overs/hand-over-list.tsx';
import { TextField } from '../../page/fields.tsx';
import type { HolderAward } from '../holder-award.ts';
import { Localised } from '../localised.tsx';

type HandOverPageProps = {
  readonly held: HolderAward;
  /** Null where none was begun. */
  readonly handOver: HandOver | null;
  readonly reader: Reader;
};

/** What the holder of a role hands over, and what of it both sides say is done. */
export function HandOverPage({ held, handOver, reader }: HandOverPageProps) {
  const { message } = reader.messages;
  const { award, achievement } = held;
  const path = `/me/awards/${award.id}/hand-over`;
  return (
    <>
      <p class="over">
        <a href={linkTo(`/me/awards/${award.id}`, reader)}>
          <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
        </a>
      </p>
      <h1>{message('hand-over-title')}</h1>
      <p class="lead">{message('hand-over-lead')}</p>
      {handOver === null ? (
        <form method="post" action={linkTo(path, reader)}>
          <button type="submit">{message('hand-over-begin')}</button>
        </form>
      ) : (
        <>
          {handOver.thankedAtSeconds !== null && (
            <p class="note done">{message('hand-over-thanked')}</p>
          )}
          <HandOverList
            handOver={handOver}
            side="holder"
            path={path}
            source={achievement.sourceLanguage}
            reader={reader}
          />
          {handOver.thankedAtSeconds === null && (
            <form method="post" action={linkTo(`${path}/items`, reader)}>
              <TextField
                name="text"
                label={message('hand-over-own')}
                help={message('hand-over-own-help')}
                maxlength={MAX_HAND_OVER_ITEM_LENGTH}
                required
              />
              <button type="submit" class="quieter">
                {message('hand-over-add')}
              </button>
            </form>
          )}
        </>
      )}
    </>
  );
}

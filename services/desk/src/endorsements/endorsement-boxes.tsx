import { behaviourOf } from '@laurel/catalogue/behaviours';
import type { Reader } from '@laurel/http/reader';
import { textFor } from '@laurel/pages/text';
import { Boxes } from '../page/fields.tsx';
import type { OwnEndorsement } from './own-endorsements.ts';

type EndorsementBoxesProps = {
  readonly accepted: readonly OwnEndorsement[];
  readonly chosen: readonly string[];
  readonly reader: Reader;
};

/** Which of the words of others are to stand in a certificate itself. None, unless they are chosen. */
export function EndorsementBoxes({ accepted, chosen, reader }: EndorsementBoxesProps) {
  const { message } = reader.messages;
  if (accepted.length === 0) return null;
  return (
    <Boxes
      kind="checkbox"
      name="endorsement"
      label={message('me-make-endorsements')}
      help={message('me-make-endorsements-help')}
      values={chosen}
      options={accepted.map(({ endorsement, username }) => {
        const behaviour = behaviourOf(endorsement.behaviour);
        const told = behaviour === null ? null : textFor(behaviour.text, reader, 'en');
        return {
          value: endorsement.id,
          label: told?.text ?? '',
          lang: told?.language,
          help: username ?? message('endorse-somebody'),
        };
      })}
    />
  );
}

import type { CollectionContent } from '@laurel/contracts/showing-rpc';
import {
  collectionTextMistakes,
  collectionTextsFrom,
  MAX_COLLECTED,
} from '@laurel/core/collection';
import type { Messages } from '@laurel/i18n/messages';
import type { Mistakes } from '../../page/fields.tsx';
import { chosenIds } from '../choose-credentials.tsx';

/** What the form says, with the one step that a button of it may ask for. */
export function contentIn(form: URLSearchParams): CollectionContent {
  const texts = collectionTextsFrom(form.get('title') ?? '', form.get('words') ?? '');
  return { ...texts, credentialIds: moved(chosenIds(form), form.get('move') ?? '') };
}

/** What keeps it from being a collection, by the field. */
export function contentMistakes(content: CollectionContent, { message }: Messages): Mistakes {
  const mistakes = new Map<string, string>();
  for (const [field, mistake] of collectionTextMistakes(content)) {
    mistakes.set(field, message(`collection-mistake-${mistake}`));
  }
  const { length } = content.credentialIds;
  if (length === 0) mistakes.set('credential', message('collection-mistake-none'));
  if (length > MAX_COLLECTED) {
    mistakes.set('credential', message('collection-mistake-many', MAX_COLLECTED));
  }
  return mistakes;
}

/** `up`, `down` or `out`, a colon and an id: anything else moves nothing. */
function moved(ids: readonly string[], move: string): readonly string[] {
  const [step = '', id = ''] = move.split(':', 2);
  const at = ids.indexOf(id);
  if (at === -1) return ids;
  const others = ids.toSpliced(at, 1);
  if (step === 'up') return others.toSpliced(Math.max(at - 1, 0), 0, id);
  if (step === 'down') return others.toSpliced(at + 1, 0, id);
  return step === 'out' ? others : ids;
}

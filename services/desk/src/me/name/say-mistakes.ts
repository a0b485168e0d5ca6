import { MAX_NAME_LETTERS, type NameMistake } from '@laurel/core/name-mistake';
import { isolated } from '@laurel/i18n/isolated';
import type { Messages } from '@laurel/i18n/messages';
import type { Mistakes } from '../../page/fields.tsx';
import { type FieldMistake, MAX_WHY_LENGTH } from './name-form.ts';

/** What is wrong with fields, in the reader's language. */
export function sayMistakes(mistakes: readonly FieldMistake[], messages: Messages): Mistakes {
  return new Map(mistakes.map((one) => [one.field, sentenceFor(one, messages)]));
}

function sentenceFor(one: FieldMistake, { message }: Messages): string {
  switch (one.kind) {
    case 'language':
      return message('name-mistake-language');
    case 'twice':
      return message('texts-mistake-twice');
    case 'script':
      return message('name-mistake-script');
    case 'why':
      return message('name-mistake-why', MAX_WHY_LENGTH);
    case 'name':
      return one.mistake.kind === 'long'
        ? message('name-mistake-long', MAX_NAME_LETTERS)
        : message(`name-mistake-${one.mistake.kind}`, characterOf(one.mistake));
  }
}

/** A character by itself, and by its number where nobody would see it. */
function characterOf({ kind, character }: NameMistake): string {
  if (character === null) return '';
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return isolated(kind === 'unseen' || kind === 'direction' ? `U+${number}` : character);
}

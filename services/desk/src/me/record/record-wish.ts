import type { RecordRequest } from '@laurel/contracts/signer-rpc';
import { isId } from '@laurel/core/id';
import { MAX_RECORD_TITLE_LETTERS } from '@laurel/core/learner-record';
import { textMistake } from '@laurel/core/plain-text';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { Messages } from '@laurel/i18n/messages';
import { freshId } from '../../fresh-id.ts';
import type { Mistakes } from '../../page/fields.tsx';

/** What a form for a record has in its fields, as it was typed. */
export type TypedRecord = {
  readonly requestKey: string;
  readonly title: string;
  readonly language: string;
  readonly chosen: readonly string[];
};

/** The fields of a form that was sent. What is chosen may be anything: the signer says what is whose. */
export function typedRecord(form: URLSearchParams): TypedRecord {
  const requestKey = form.get('request_key') ?? '';
  return {
    requestKey: isId(requestKey) ? requestKey : freshId(),
    title: (form.get('title') ?? '').toWellFormed().normalize('NFC').trim(),
    language: form.get('language') ?? '',
    chosen: [...new Set(form.getAll('credential'))],
  };
}

/** What is asked of the signer, or what is wrong with which field. How much may be chosen, and what, is the signer's to say. */
export function recordWish(
  typed: TypedRecord,
  accountId: string,
  { message }: Messages,
): Result<RecordRequest, Mistakes> {
  const { requestKey, title, language, chosen } = typed;
  const letters = [...title].length;
  const isTitle = letters > 0 && letters <= MAX_RECORD_TITLE_LETTERS && textMistake(title) === null;
  const mistakes = new Map([
    ...(isTitle
      ? []
      : [['title', message('record-field-title-missing', MAX_RECORD_TITLE_LETTERS)] as const]),
    ...(chosen.length > 0 ? [] : [['credential', message('problem-record_empty-title')] as const]),
  ]);
  if (mistakes.size > 0) return refuse(mistakes);
  return ok({
    // Under a key of this account, so that no form can stand for a request of another.
    requestKey: `record:${accountId}:${requestKey}`,
    holderAccountId: accountId,
    title,
    language,
    credentialIds: chosen,
  });
}

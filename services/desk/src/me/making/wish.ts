import { type ChosenDisclosure, OFFERED_DISCLOSURES } from '@laurel/core/disclosure';
import type { Failure, Issue } from '@laurel/core/failure';
import { isId } from '@laurel/core/id';
import type { LanguageTag } from '@laurel/core/language';
import { ok, type Result, refuse } from '@laurel/core/result';

/** What somebody wishes of a credential that is to be made. */
export type Wish = {
  readonly requestKey: string;
  readonly language: LanguageTag;
  /** What others say that is to be in it; left out where nothing is. */
  readonly endorsementIds?: readonly string[];
} & ChosenDisclosure;

/** Whether the language can be signed, and the name, is the signer's to say. */
export function wishIn(form: URLSearchParams): Result<Wish, Failure> {
  const requestKey = form.get('request_key') ?? '';
  const language = form.get('language') ?? '';
  const chosen = chosenIn(form);
  const issues: Issue[] = [];
  if (!isId(requestKey)) issues.push({ pointer: '/request_key', detail: 'Open the form again.' });
  if (language === '') issues.push({ pointer: '/language', detail: 'Choose a language.' });
  if (chosen === null) {
    issues.push({ pointer: '/disclosure', detail: 'Choose what it says of who you are.' });
    return refuse({ reason: 'request_invalid', issues });
  }
  return issues.length === 0
    ? ok({ requestKey, language, ...chosen, ...endorsedIn(form) })
    : refuse({ reason: 'request_invalid', issues });
}

function endorsedIn(form: URLSearchParams): Pick<Wish, 'endorsementIds'> {
  const endorsementIds = [...new Set(form.getAll('endorsement'))];
  return endorsementIds.length === 0 ? {} : { endorsementIds };
}

function chosenIn(form: URLSearchParams): ChosenDisclosure | null {
  const chosen = form.get('disclosure');
  if (chosen === 'name') return { disclosure: chosen, writing: form.get('writing') ?? '' };
  const disclosure = OFFERED_DISCLOSURES.find((mode) => mode === chosen);
  return disclosure === undefined ? null : { disclosure };
}

import { type LanguageTag, textIn } from '@laurel/core/language';
import type { Signatory } from '@laurel/core/signatory';
import type { Desk } from '../env.ts';
import { listSignatories } from './list-signatories.ts';

/**
 * Who would sign a certificate in a language now, with the texts that it would have.
 *
 * @param source the language of texts that are not in that one, if they are in it.
 */
export async function signatoriesIn(
  desk: Desk,
  issuer: string,
  language: LanguageTag,
  source: LanguageTag,
): Promise<readonly Signatory[]> {
  const listed = await listSignatories(desk, issuer);
  return listed
    .filter(({ place }) => place !== null)
    .map(({ names, offices }) => ({
      name: textIn(names, [language], source).text,
      office: textIn(offices, [language], source).text,
    }));
}

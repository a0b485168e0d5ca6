import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { artSeed } from '@laurel/core/art-seed';
import { isJsonObject } from '@laurel/core/json';
import { textIn } from '@laurel/core/language';
import type { VisibleCredential } from '../record/visible-credential.ts';
import { signedFacts } from './signed-facts.ts';

/**
 * The facts of a certificate: from the signed document itself, and for the limits of what it means
 * from the version of the achievement that it names, which never changes.
 */
export function certificateFacts(found: VisibleCredential, document: string): CertificateFacts {
  const credential: unknown = JSON.parse(document);
  if (!isJsonObject(credential)) throw new Error('what was signed is not an object');
  const { url: _, ...facts } = signedFacts(credential);
  const { achievement } = found;
  const inItsLanguage = [facts.language];
  return {
    ...facts,
    credentialId: found.row.id,
    url: found.url,
    theme: achievement.theme,
    artSeed: artSeed(found.row.issuer, achievement.slug),
    logo: null,
    criteria: textIn(achievement.criteria, inItsLanguage, achievement.sourceLanguage).text,
    doesNotMean: textIn(achievement.doesNotMean, inItsLanguage, achievement.sourceLanguage).text,
    demonstration: found.issuer.face.demonstration,
    credential: document,
    second: null,
  };
}

import type { Issue } from '@laurel/core/failure';
import { isJsonObject } from '@laurel/core/json';
import { contextRules } from './context.ts';
import { idRules } from './id.ts';
import { holderRules } from './issuer.ts';
import { broken, itemsOf, memberOf, type Place } from './place.ts';
import { proofRules } from './proof-shape.ts';
import { typeRules } from './types.ts';
import { versionOf } from './version.ts';

/**
 * Every rule that a presentation breaks of the data model that it names (VCDM 2.0, Section 4.13; 1.1,
 * Section 4.10). The credentials in it are judged by themselves. In 1.1 they may be tokens as they are.
 */
export function presentationRules(document: unknown, pointer = ''): readonly Issue[] {
  const place: Place = { value: document, pointer };
  const version = versionOf(document);
  const mayBeTokens = version === '1.1';
  return [
    ...contextRules(place, version),
    ...idRules(place),
    ...typeRules(place, 'VerifiablePresentation'),
    ...holderRules(place),
    ...itemsOf(memberOf(place, 'verifiableCredential'))
      .filter(({ value }) => !isJsonObject(value) && !(mayBeTokens && typeof value === 'string'))
      .map((one) => broken(one, 'A credential in a presentation is an object.')),
    ...proofRules(place),
  ];
}

import type { Issue } from '@laurel/core/failure';
import { isJsonObject } from '@laurel/core/json';
import { type DigestForm, formsOfMultibase, formsOfSri } from '../digest-form.ts';
import { idRules } from './id.ts';
import { KNOWN_DIGESTS } from './known-digests.ts';
import { broken, itemsOf, memberOf, type Place, unless } from './place.ts';

/** One or several, with their options, by W3C Subresource Integrity, Section 3.5; some write base64url there. */
const SRI =
  /^sha(?:256|384|512)-[\w+/-]{43,88}={0,2}(?:\?\S*)?(?:\s+sha(?:256|384|512)-[\w+/-]{43,88}={0,2}(?:\?\S*)?)*$/;

/** Multibase base64url or base58-btc of a digest (Controlled Identifiers 1.0, Section 2.4). */
const MULTIBASE = /^(?:u[A-Za-z0-9_-]+|z[1-9A-HJ-NP-Za-km-z]+)$/;

const ANOTHER = 'The resource of this id has another digest.';

/**
 * `relatedResource`: what else is to be as it was, each with its own id and a digest (VCDM 2.0, Section
 * 5.3). Nothing is fetched: a digest is compared where the resource is one that is kept here, and of a form
 * that is known; other forms are told elsewhere.
 */
export function relatedResourceRules(document: Place): readonly Issue[] {
  const resources = itemsOf(memberOf(document, 'relatedResource'));
  const ids = resources.map((resource) => memberOf(resource, 'id'));
  return [
    ...resources.flatMap(oneResourceRules),
    ...ids
      .filter(
        ({ value }, at) => value !== undefined && ids.findIndex((id) => id.value === value) < at,
      )
      .map((id) => broken(id, 'No two related resources have the same id.')),
  ];
}

function oneResourceRules(resource: Place): readonly Issue[] {
  if (!isJsonObject(resource.value)) {
    return [broken(resource, 'A related resource is an object with an id and a digest.')];
  }
  const [sri, multibase] = [memberOf(resource, 'digestSRI'), memberOf(resource, 'digestMultibase')];
  const { id, mediaType } = resource.value;
  const known = typeof id === 'string' ? KNOWN_DIGESTS.get(id) : undefined;
  const isWrong = (forms: readonly DigestForm[]) =>
    forms.some((form) => 'bits' in form && known !== undefined && !known.includes(form.base64));
  return [
    ...idRules(resource, 'required'),
    ...unless(
      memberOf(resource, 'mediaType'),
      typeof mediaType === 'string',
      'This must be a string.',
    ),
    ...(sri.value === undefined && multibase.value === undefined
      ? [broken(resource, 'There must be a digestSRI or a digestMultibase.')]
      : []),
    ...unless(sri, areDigests(sri, SRI), 'A digestSRI is written as sha384-… in base64.'),
    ...unless(multibase, areDigests(multibase, MULTIBASE), 'A digestMultibase begins with u or z.'),
    ...unless(sri, !isWrong(formsOfSri(resource.value)), ANOTHER),
    ...unless(multibase, !isWrong(formsOfMultibase(resource.value)), ANOTHER),
  ];
}

/** One, or a list of them (W3C VCDM 2.0, Section 5.3, “one or more”). */
function areDigests(place: Place, form: RegExp): boolean {
  const digests = itemsOf(place);
  return (
    digests.length > 0 &&
    digests.every(({ value }) => typeof value === 'string' && form.test(value))
  );
}

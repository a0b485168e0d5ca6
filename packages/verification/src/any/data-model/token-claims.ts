import type { Issue } from '@laurel/core/failure';
import type { JsonObject } from '@laurel/core/json';
import { broken, memberOf, unless } from './place.ts';

/** RFC 7519, Section 4.1: what the claims that bear on a credential are. */
const KINDS_OF_CLAIMS = {
  iss: 'string',
  sub: 'string',
  jti: 'string',
  nbf: 'number',
  exp: 'number',
} as const;

/**
 * The claims of a token round a credential or a presentation. Where the payload is the document itself,
 * nothing may be called `vc` or `vp` (VC-JOSE-COSE 1.0, Section 3.1).
 */
export function tokenClaimRules(payload: JsonObject): readonly Issue[] {
  const token = { value: payload, pointer: '' };
  return [
    ...Object.entries(KINDS_OF_CLAIMS).flatMap(([name, kind]) => {
      const claim = memberOf(token, name);
      return unless(claim, typeof claim.value === kind, `This claim is a ${kind}.`);
    }),
    ...(payload['@context'] === undefined
      ? []
      : ['vc', 'vp']
          .filter((name) => payload[name] !== undefined)
          .map((name) =>
            broken(
              memberOf(token, name),
              'A token whose payload is the document has no such claim.',
            ),
          )),
  ];
}

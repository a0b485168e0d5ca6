import { serviceDid } from './addresses.ts';
import type { IssuerFace } from './issuer.ts';
import type { JsonObject } from './json.ts';
import { RECORD_OWNER } from './key-owners.ts';

/** The service as the issuer of records. It vouches that somebody holds them, and for nothing that they say. */
export const SERVICE_FACE: IssuerFace = {
  slug: RECORD_OWNER,
  kind: 'community',
  demonstration: false,
  names: { en: 'Laurel' },
  descriptions: { en: 'Signs records of credentials for those who hold them.' },
  vouch: null,
  logo: null,
};

/** The same as the issuer in what the service signs (1EdTech Open Badges 3.0, Profile). */
export function serviceProfile(origin: string): JsonObject {
  return {
    id: serviceDid(origin),
    type: ['Profile'],
    name: SERVICE_FACE.names.en ?? '',
    url: origin,
  };
}

import { type Parts, pathsOf, schemasOf, tagsOf } from '@laurel/api-description/parts';
import { selfDescription } from '@laurel/api-description/self-description';
import { collectionPart } from './collection-part.ts';
import { documentPart } from './document-part.ts';
import { logPart } from './log-part.ts';
import { mapPart } from './map-part.ts';
import { userBadgesPart } from './user-badges-part.ts';
import { vcApiPart } from './vc-api-part.ts';
import { verifyPart } from './verify-part.ts';

/** The public API under its headings, in the order of the reference. */
const PARTS: Parts = [
  ['Verification', verifyPart],
  ['VC-API', vcApiPart],
  ['Documents', documentPart],
  ['Collections', collectionPart],
  ['Maps', mapPart],
  ['Log', logPart],
  ['Badges of a user name', userBadgesPart],
  ['This description', selfDescription('/api')],
];

/** The description of what everybody may ask by program (OpenAPI 3.1), from the schemas that check requests. */
export function openApi(origin: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Laurel: verification',
      version: '1',
      description: `Verifying credentials of any issuer, and the documents that verifiers need. No token and no account but where it says so; open to pages of any site. For people it is at ${origin}/api/reference.`,
    },
    servers: [{ url: origin }],
    tags: tagsOf(PARTS),
    paths: pathsOf(PARTS),
    components: {
      schemas: schemasOf(PARTS),
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A token of an issuer of kind “test”, for signing documents of others alone.',
        },
      },
    },
  };
}

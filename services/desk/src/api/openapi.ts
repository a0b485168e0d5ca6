import { TOKEN_SCOPES } from '@laurel/core/issuer';
import { achievementPart } from '../achievements/openapi.ts';
import { auditPart } from '../audit/openapi.ts';
import { awardPart } from '../awards/openapi.ts';
import { batchPart } from '../batches/openapi.ts';
import { figurePart } from '../figures/openapi.ts';
import { importPart } from '../imports/openapi.ts';
import { issuerPart } from '../issuers/openapi.ts';
import { memberPart } from '../members/openapi.ts';
import { nominationPart } from '../nominations/openapi.ts';
import { sheetPart } from '../sheets/openapi.ts';
import { slipPart } from '../slips/openapi.ts';
import { stewardPart } from '../stewards/openapi.ts';
import { tokenPart } from '../tokens/openapi.ts';
import { webhookPart } from '../webhooks/openapi.ts';
import { awardingPart } from './awards-openapi.ts';
import { INTEGER, object, STRING, URL_STRING } from './describe.ts';
import { LIMIT_COMPONENTS, withLimits } from './describe-limits.ts';

const PARTS = [
  awardingPart,
  issuerPart,
  memberPart,
  stewardPart,
  achievementPart,
  sheetPart,
  batchPart,
  slipPart,
  nominationPart,
  importPart,
  awardPart,
  figurePart,
  auditPart,
  tokenPart,
  webhookPart,
];

/** The description of this API (OpenAPI 3.1), from the same schemas that check requests. */
export function openApi(origin: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Laurel',
      version: '1',
      description: 'Everything that members of issuers do by pages, for programs.',
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ bearer: [] }, { session: [] }],
    paths: withLimits(Object.assign({}, ...PARTS.map(({ paths }) => paths))),
    components: {
      ...LIMIT_COMPONENTS,
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: `A token of one issuer, with scopes among ${TOKEN_SCOPES.join(', ')} and an end date.`,
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: origin.startsWith('https:') ? '__Host-laurel-session' : 'laurel-session',
          description:
            'Somebody who is signed in, for what belongs to no issuer and for their own pages.',
        },
      },
      schemas: Object.assign({}, ...PARTS.map(({ schemas }) => schemas), {
        Problem: object({
          type: URL_STRING,
          title: STRING,
          status: INTEGER,
          detail: STRING,
          remedy: STRING,
          instance: STRING,
        }),
      }),
    },
  };
}

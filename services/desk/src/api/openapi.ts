import { type Parts, pathsOf, schemasOf, tagsOf } from '@laurel/api-description/parts';
import { selfDescription } from '@laurel/api-description/self-description';
import { TOKEN_SCOPES } from '@laurel/core/issuer';
import { achievementPart } from '../achievements/openapi.ts';
import { auditPart } from '../audit/openapi.ts';
import { awardPart } from '../awards/openapi.ts';
import { batchPart } from '../batches/openapi.ts';
import { certificatePart } from '../certificates/openapi.ts';
import { figurePart } from '../figures/openapi.ts';
import { handOverPart } from '../hand-overs/openapi.ts';
import { importPart } from '../imports/openapi.ts';
import { invitationPart } from '../invitations/openapi.ts';
import { issuerPart } from '../issuers/openapi.ts';
import { keyPart } from '../keys/openapi.ts';
import { leavingPart } from '../leaving/openapi.ts';
import { mapPart } from '../maps/openapi.ts';
import { memberPart } from '../members/openapi.ts';
import { mentoringPart } from '../mentoring/openapi.ts';
import { nominationPart } from '../nominations/openapi.ts';
import { termPart } from '../role-terms/openapi.ts';
import { seatPart } from '../seats/openapi.ts';
import { shareOutPart } from '../share-outs/openapi.ts';
import { sheetPart } from '../sheets/openapi.ts';
import { signatoryPart } from '../signatories/openapi.ts';
import { slipPart } from '../slips/openapi.ts';
import { stewardPart } from '../stewards/openapi.ts';
import { thanksPart } from '../thanks/openapi.ts';
import { tokenPart } from '../tokens/openapi.ts';
import { trainerPart } from '../trainers/openapi.ts';
import { WEBHOOK_MESSAGES } from '../webhooks/messages-openapi.ts';
import { webhookPart } from '../webhooks/openapi.ts';
import { awardingPart } from './awards-openapi.ts';
import { LIMIT_COMPONENTS, withLimits } from './describe-limits.ts';

/** The parts of the API under their headings, in the order of the reference. */
const PARTS: Parts = [
  ['Awarding', awardingPart],
  ['Issuers', issuerPart],
  ['Members', memberPart],
  ['Signatories', signatoryPart],
  ['Stewards', stewardPart],
  ['Keys', keyPart],
  ['Achievements', achievementPart],
  ['Invitations', invitationPart],
  ['Trainers', trainerPart],
  ['Maps', mapPart],
  ['Lists', sheetPart],
  ['Batches', batchPart],
  ['Certificates', certificatePart],
  ['Slips', slipPart],
  ['Nominations', nominationPart],
  ['Mentoring', mentoringPart],
  ['Imports', importPart],
  ['Awards', awardPart],
  ['Shared afterwards', shareOutPart],
  ['Terms', termPart],
  ['Leaving', leavingPart],
  ['Hand-overs', handOverPart],
  ['Thanks', thanksPart],
  ['Roles that end soon', seatPart],
  ['Figures', figurePart],
  ['Audit trail', auditPart],
  ['Tokens', tokenPart],
  ['Webhooks', webhookPart],
  ['This description', selfDescription('')],
];

/** The description of this API (OpenAPI 3.1), from the same schemas that check requests. */
export function openApi(origin: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Laurel',
      version: '1',
      description: `Everything that members of issuers do by pages, for programs. For people it is at ${origin}/api/v1/reference.`,
    },
    servers: [{ url: `${origin}/api/v1` }],
    tags: tagsOf(PARTS),
    paths: withLimits(pathsOf(PARTS)),
    webhooks: WEBHOOK_MESSAGES,
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
      schemas: schemasOf(PARTS),
    },
  };
}

import {
  type ApiPart,
  answer,
  body,
  DONE,
  ISSUER,
  nullable,
  object,
  PROBLEM,
  parameter,
  STRING,
} from '@laurel/api-description/describe';
import { TrainerGrantRequest, TrainerRuleRequest } from '@laurel/contracts/trainer-requests';
import { TRAINER_BEGINNINGS } from '@laurel/core/trainer';
import * as z from 'zod';

const OF_TRAINING = [ISSUER, parameter('achievement', 'path', 'The training, by its slug.')];
const OF_TRAINER = [ISSUER, parameter('award', 'path', 'The award of the training, by its id.')];
const SLUGS = { type: 'array', items: STRING };

/** What the API’s description says of what people may award as they completed a training. */
export const trainerPart: ApiPart = {
  paths: {
    '/issuers/{slug}/achievements/{achievement}/trainers': {
      get: {
        scope: 'awards:read',
        summary: 'What whoever completes a training may award.',
        parameters: OF_TRAINING,
        responses: { 200: answer('The rule.', 'TrainerRule'), '4XX': PROBLEM },
        problems: ['page_unknown'],
      },
      put: {
        scope: 'members:write',
        summary: 'Let whoever completes a training award something, for some months.',
        description:
          'It holds for whoever accepts the training from then on, and is told to them before. Nothing that makes trainers can be awarded by one, and no role.',
        parameters: OF_TRAINING,
        requestBody: body('TrainerRuleRequest', {
          mayAward: ['training-workshop-participation'],
          months: 12,
          begins: 'given',
        }),
        responses: DONE,
        problems: ['page_unknown'],
      },
      delete: {
        scope: 'members:write',
        summary: 'Make nobody a trainer by it any more.',
        description: 'Who is one stays one, until their day.',
        parameters: OF_TRAINING,
        responses: DONE,
      },
    },
    '/issuers/{slug}/trainers': {
      get: {
        scope: 'members:write',
        summary: 'Who may award as they completed a training, and who waits for that.',
        parameters: [ISSUER],
        responses: { 200: answer('One entry a training.', 'Trainers'), '4XX': PROBLEM },
      },
    },
    '/issuers/{slug}/trainers/{award}': {
      put: {
        scope: 'members:write',
        summary: 'Let somebody award, or renew it.',
        description: 'Never for longer than the grant of whoever gives it, and never to oneself.',
        parameters: OF_TRAINER,
        requestBody: body('TrainerGrantRequest'),
        responses: DONE,
        problems: ['page_unknown', 'own_grant', 'grant_outlives', 'trainer_ended'],
      },
      delete: {
        scope: 'members:write',
        summary: 'End it, for good.',
        parameters: OF_TRAINER,
        responses: DONE,
        problems: ['page_unknown'],
      },
    },
  },
  schemas: {
    TrainerRuleRequest: z.toJSONSchema(TrainerRuleRequest, { io: 'input' }),
    TrainerGrantRequest: z.toJSONSchema(TrainerGrantRequest, { io: 'input' }),
    TrainerRule: object({
      mayAward: SLUGS,
      months: { type: 'integer' },
      begins: { enum: TRAINER_BEGINNINGS },
    }),
    Trainers: object({
      trainers: {
        type: 'array',
        items: object({
          award: STRING,
          account: STRING,
          username: nullable(STRING),
          training: { ...STRING, description: 'The slug of the training.' },
          state: { enum: ['waiting', 'given'] },
          mayAward: SLUGS,
          endsAt: nullable(STRING),
        }),
      },
    }),
  },
};

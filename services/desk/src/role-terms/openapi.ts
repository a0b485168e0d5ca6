import {
  type ApiPart,
  answer,
  body,
  DONE,
  INTEGER,
  ISSUER,
  listOf,
  nullable,
  object,
  orNull,
  PAGE,
  PROBLEM,
  parameter,
  STRING,
  URL_STRING,
} from '@laurel/api-description/describe';
import { TermExceptionRequest } from '@laurel/contracts/term-exception-request';
import { TERM_STATES } from '@laurel/core/role-term';
import * as z from 'zod';

const DAY = { type: 'string', format: 'date' } as const;

/** How a term stands, as a part of what is told of an award. */
export const TERM_OF_AWARD = {
  ...orNull(
    object({
      number: { ...INTEGER, description: 'Among those in a row, counted from 1.' },
      state: { enum: TERM_STATES },
      endedOn: nullable(DAY),
      breakUntil: nullable(DAY),
      exception: { ...nullable(STRING), description: 'By which it was awarded beyond the policy.' },
    }),
  ),
  description:
    'Of a role alone. Members know of breaks and of who stepped down; partners only where the holder shows it.',
};

/** What the API’s description says of terms of roles. */
export const termPart: ApiPart = {
  paths: {
    '/issuers/{slug}/terms': {
      get: {
        scope: 'awards:read',
        summary:
          'Terms that run or are to begin, those that end first before the others; and exceptions that stand.',
        parameters: [ISSUER, PAGE],
        responses: {
          200: answer('One page of them, and all exceptions.', 'Terms'),
          '4XX': PROBLEM,
        },
      },
    },
    '/awards/{id}/exceptions': {
      post: {
        scope: 'issuer:write',
        summary: 'Record that whoever has this role may have it beyond its policy, until a day.',
        description:
          'A further term that would be one too many in a row, or too long, is then awarded if it ends by that day. All members see the exception. Nobody records one for themselves.',
        parameters: [parameter('id', 'path', 'An accepted award of the role.')],
        requestBody: body('TermExceptionRequest', {
          why: 'Nobody else has learned the archive yet; two people are in training.',
          until: '2027-12-31',
        }),
        responses: { 201: answer('The exception’s id.', 'TermExceptionMade'), '4XX': PROBLEM },
        problems: ['award_unknown', 'award_no_term', 'own_exception'],
      },
    },
    '/issuers/{slug}/terms/calendar': {
      post: {
        scope: 'awards:read',
        summary: 'Make an address at which calendar programs find when terms end, without names.',
        description: 'It takes the place of the one before, and is told this once.',
        parameters: [ISSUER],
        responses: { 201: answer('The address.', 'TermCalendar'), '4XX': PROBLEM },
      },
      delete: {
        scope: 'awards:read',
        summary: 'Have that address answer no more.',
        parameters: [ISSUER],
        responses: DONE,
      },
    },
    '/issuers/{slug}/exceptions/{id}': {
      delete: {
        scope: 'issuer:write',
        summary: 'Take an exception back: nothing more is awarded by it. What was awarded stays.',
        parameters: [ISSUER, parameter('id', 'path', 'The exception.')],
        responses: DONE,
        problems: ['exception_unknown'],
      },
    },
  },
  schemas: {
    TermExceptionRequest: z.toJSONSchema(TermExceptionRequest, { io: 'input' }),
    TermCalendar: object({ url: URL_STRING }),
    TermExceptionMade: object({ exception: STRING }),
    Terms: object({
      page: INTEGER,
      more: { type: 'boolean', description: 'Whether there is a next page.' },
      terms: listOf(
        object({
          award: STRING,
          achievement: STRING,
          username: { ...nullable(STRING), description: 'Null where Wikimedia hides it.' },
          number: INTEGER,
          period: object({ start: DAY, end: DAY }),
          state: { enum: TERM_STATES },
          breakUntil: nullable(DAY),
          reminder: {
            ...nullable(INTEGER),
            description:
              'So many days before its end members are reminded of it, 90 or 30; null before that.',
          },
          excepted: { type: 'boolean', description: 'Whether it needed an exception.' },
        }),
      ),
      exceptions: listOf(
        object({
          exception: STRING,
          achievement: STRING,
          username: nullable(STRING),
          why: STRING,
          until: DAY,
          recordedBy: nullable(STRING),
          recordedOn: DAY,
        }),
      ),
    }),
  },
};

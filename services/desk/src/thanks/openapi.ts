import {
  type ApiPart,
  answer,
  INTEGER,
  ISSUER,
  listOf,
  nullable,
  object,
  PAGE,
  PROBLEM,
  STRING,
} from '@laurel/api-description/describe';

/** What the API’s description says of an issuer’s thanks. */
export const thanksPart: ApiPart = {
  paths: {
    '/issuers/{slug}/thanks': {
      get: {
        scope: 'awards:read',
        summary: 'Words of thanks of people who were recognised, the latest first.',
        description:
          'They are for members of the issuer, and never to be published. Whoever wrote them can take them back at any time: what you keep a copy of, you have to forget with it.',
        parameters: [ISSUER, PAGE],
        responses: { 200: answer('One page of them.', 'Thanks'), '4XX': PROBLEM },
      },
    },
  },
  schemas: {
    Thanks: object({
      page: INTEGER,
      more: { type: 'boolean', description: 'Whether there is a next page.' },
      thanks: listOf(
        object({
          award: STRING,
          username: { ...nullable(STRING), description: 'Null where Wikimedia hides it.' },
          achievement: STRING,
          words: STRING,
          on: { type: 'string', format: 'date' },
        }),
      ),
    }),
  },
};

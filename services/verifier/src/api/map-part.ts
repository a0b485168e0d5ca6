import {
  type ApiPart,
  ISSUER,
  listOf,
  nullable,
  object,
  orNull,
  PROBLEM,
  parameter,
  ref,
  STRING,
  URL_STRING,
} from '@laurel/api-description/describe';

const TEXTS = {
  type: 'object',
  additionalProperties: STRING,
  description: 'By language.',
} as const;

/** Maps of achievements that issuers show. */
export const mapPart: ApiPart = {
  paths: {
    '/issuers/{slug}/maps/{map}': {
      get: {
        scope: 'anybody',
        summary: 'A map of achievements that an issuer suggests: a page, or JSON by Accept.',
        description:
          'Lanes are side by side, and nobody has to begin at a beginning. Nothing on it is about a person.',
        parameters: [ISSUER, parameter('map', 'path', 'The map, by its slug.')],
        responses: {
          200: {
            description: 'The map.',
            content: { 'application/json': { schema: ref('Map') } },
          },
          '4XX': PROBLEM,
        },
        problems: ['page_unknown'],
      },
    },
  },
  schemas: {
    Map: object({
      id: URL_STRING,
      issuer: object({ id: STRING, name: TEXTS, url: URL_STRING }),
      sourceLanguage: STRING,
      drafts: { ...listOf(STRING), description: 'Languages that no person has reviewed.' },
      title: TEXTS,
      description: TEXTS,
      retired: { type: 'boolean', description: 'Its issuer keeps it up no more.' },
      lanes: listOf(object({ title: TEXTS, steps: listOf(ref('MapStep')) })),
      milestone: orNull(ref('MapMilestone')),
    }),
    MapStep: object({
      achievement: nullable(URL_STRING),
      name: TEXTS,
      hint: TEXTS,
      retired: { type: 'boolean', description: 'Not awarded any more.' },
      leadsTo: {
        ...listOf(URL_STRING),
        description: 'Besides what follows in its lane; a suggestion.',
      },
    }),
    MapMilestone: object({
      achievement: nullable(URL_STRING),
      name: TEXTS,
      takes: {
        ...listOf(URL_STRING),
        description: 'The steps after which people of the issuer may award it.',
      },
    }),
  },
};

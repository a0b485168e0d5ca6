import {
  type ApiPart,
  answer,
  INTEGER,
  ISSUER,
  object,
  PAGE,
  PROBLEM,
  queryParameter,
  STRING,
} from '@laurel/api-description/describe';

const GROUPS = {
  type: 'array',
  items: object({ key: STRING, count: { type: ['integer', 'null'] } }),
} as const;

const YEAR = queryParameter('year', 'A calendar year, UTC; the present one unless told.', INTEGER);

/** What the API’s description says of an issuer’s figures. */
export const figurePart: ApiPart = {
  paths: {
    '/issuers/{slug}/figures': {
      get: {
        scope: 'awards:read',
        summary: 'Accepted recognitions of one year by kind, language, engagement level and month.',
        description:
          'A count is null where fewer than ten people are behind it, or where it would tell such a count by subtraction. `engagementLevels`: by those that what was awarded suits, joined by +; empty where none are said. `holders`: people, by whether the issuer recognised them in an earlier year. `largestAwarderPercent`: how much of it was awarded by whoever awarded most. `lapsed`: offers of the year that ended after 180 days without being accepted, and were erased.',
        parameters: [ISSUER, YEAR],
        responses: { 200: answer('The figures.', 'Figures'), '4XX': PROBLEM },
      },
    },
    '/issuers/{slug}/figures/unthanked': {
      get: {
        scope: 'awards:write',
        summary: 'Who helped at imported events of the last half year and was awarded nothing.',
        parameters: [ISSUER, PAGE],
        responses: { 200: answer('One page of people.', 'Unthanked'), '4XX': PROBLEM },
      },
    },
  },
  schemas: {
    Figures: object({
      year: INTEGER,
      total: { type: ['integer', 'null'] },
      kinds: GROUPS,
      languages: GROUPS,
      engagementLevels: GROUPS,
      months: GROUPS,
      holders: GROUPS,
      largestAwarderPercent: { type: ['integer', 'null'] },
      lapsed: { type: ['integer', 'null'] },
    }),
    Unthanked: object({
      page: INTEGER,
      pages: INTEGER,
      total: INTEGER,
      people: {
        type: 'array',
        items: object({ event: STRING, eventName: STRING, username: STRING }),
      },
    }),
  },
};

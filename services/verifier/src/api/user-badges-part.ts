import {
  type ApiPart,
  listOf,
  MOMENT,
  object,
  PROBLEM,
  queryParameter,
  ref,
  STRING,
  URL_STRING,
} from '@laurel/api-description/describe';

/** What people have listed under their user name. */
export const userBadgesPart: ApiPart = {
  paths: {
    '/user-badges': {
      get: {
        scope: 'anybody',
        summary: 'Badges that the account of this user name has listed, newest first.',
        description:
          'In the shape that Let’s Connect has and Capacity Exchange reads, with one member more. Empty alike for who listed none, shows none now, or does not exist.',
        parameters: [
          queryParameter('username', 'A Wikimedia user name, as the wikis write it or nearly so.'),
        ],
        responses: {
          200: {
            description: 'The list.',
            content: { 'application/json': { schema: listOf(ref('ListedBadge')) } },
          },
          '4XX': PROBLEM,
        },
        problems: ['request_invalid'],
      },
    },
  },
  schemas: {
    ListedBadge: object({
      name: STRING,
      description: STRING,
      picture: { ...URL_STRING, description: 'A PNG, 256 pixels square.' },
      verification_code: { ...STRING, description: 'The credential’s id.' },
      timestamp: { ...MOMENT, description: 'The day from which it is valid.' },
      url: { ...URL_STRING, description: 'Where it is verified.' },
    }),
  },
};

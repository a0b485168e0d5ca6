import {
  type ApiPart,
  listOf,
  object,
  PROBLEM,
  parameter,
  ref,
  STRING,
  URL_STRING,
} from '@laurel/api-description/describe';

/** Credentials that a holder shows together. */
export const collectionPart: ApiPart = {
  paths: {
    '/collections/{id}': {
      get: {
        scope: 'anybody',
        summary: 'Credentials that a holder shows together: a page, or JSON by Accept.',
        description:
          'What is not shown now is not in it, and nothing tells that it was. A collection that is hidden, or shows nothing, is answered like one that never was.',
        parameters: [parameter('id', 'path', 'The id, as it stands in the address.')],
        responses: {
          200: {
            description: 'The collection, in the holder’s order.',
            content: { 'application/json': { schema: ref('Collection') } },
          },
          '4XX': PROBLEM,
        },
        problems: ['collection_unknown'],
      },
    },
  },
  schemas: {
    Collection: object({
      verdict: { ...ref('Verdict'), description: 'The worst of them.' },
      title: { ...STRING, description: 'The holder’s words; nobody checked them.' },
      words: { ...STRING, description: 'The same; may be empty.' },
      credentials: listOf(ref('CollectedCredential')),
    }),
    CollectedCredential: object({
      url: { ...URL_STRING, description: 'Where it is verified by itself.' },
      verdict: ref('Verdict'),
      checks: listOf(ref('Check')),
      credential: {
        type: 'object',
        additionalProperties: true,
        description: 'As it was signed.',
      },
    }),
  },
};

import { EXAMPLE_CHECKS, EXAMPLE_CREDENTIAL } from './example-credential.ts';

const GOOD = { verdict: 'valid', checks: EXAMPLE_CHECKS, credential: EXAMPLE_CREDENTIAL };

/** Bodies of `POST /api/verify`, by name. */
export const VERIFY_REQUESTS = {
  credential: {
    summary: 'One credential: an object, or a string that holds a JWT. This one is good.',
    value: { credential: EXAMPLE_CREDENTIAL },
  },
  url: {
    summary: 'One, by its address.',
    value: { url: 'https://laurel.example/c/k3TqV9wZ2mBc7XrLp' },
  },
  many: {
    summary: 'Up to a hundred: objects, strings, and addresses.',
    value: {
      credentials: [
        EXAMPLE_CREDENTIAL,
        'eyJhbGciOi…',
        { url: 'https://badges.example/credentials/7' },
      ],
    },
  },
};

/** Answers of `POST /api/verify`, by name. */
export const VERIFY_ANSWERS = {
  one: { summary: 'To one.', value: GOOD },
  many: {
    summary: 'To many: a report or a problem for each, in order.',
    value: {
      results: [
        GOOD,
        {
          problem: {
            type: 'https://laurel.example/problems/credential_unreadable',
            title: 'This is not a readable credential',
            status: 422,
            detail: 'This is neither a JSON object nor a JWT (three parts with dots between them).',
            remedy: '…',
            instance: '/api/verify#/credentials/1',
          },
        },
        {
          verdict: 'unknown',
          checks: [
            {
              check: 'retrieval',
              result: 'skipped',
              finding: 'budget_spent',
              detail: 'This would have meant asking more servers than we ask at once …',
            },
          ],
          credential: null,
        },
      ],
    },
  },
};

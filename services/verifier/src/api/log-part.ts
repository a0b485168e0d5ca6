import { type ApiPart, type Operation, PROBLEM, parameter } from '@laurel/api-description/describe';

/** The transparency log (C2SP tlog-tiles). */
export const logPart: ApiPart = {
  paths: {
    '/log': {
      get: read('What the log is, for people.', [], {
        'text/html': { schema: { type: 'string' } },
      }),
    },
    '/log/checkpoint': {
      get: read('The latest checkpoint: a signed note (C2SP tlog-checkpoint).', [], {
        'text/plain': { schema: { type: 'string' } },
      }),
    },
    '/log/tile/{tile}': {
      get: read(
        'A tile of the log, which never changes.',
        [
          parameter(
            'tile',
            'path',
            'Level and index, such as 0/x001/234, or of entries: entries/…',
          ),
        ],
        {
          'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
        },
      ),
    },
  },
  schemas: {},
};

function read(summary: string, parameters: readonly object[], content: object): Operation {
  return {
    scope: 'anybody',
    summary,
    parameters,
    responses: { 200: { description: 'The document.', content }, '4XX': PROBLEM },
    problems: ['page_unknown'],
  };
}

import { type ApiPart, parameter } from '@laurel/api-description/describe';
import { readOperation } from './read-operation.ts';

/** The transparency log (C2SP tlog-tiles). */
export const logPart: ApiPart = {
  paths: {
    '/log': {
      get: readOperation('What the log is, for people.', [], {
        'text/html': { schema: { type: 'string' } },
      }),
    },
    '/log/checkpoint': {
      get: readOperation('The latest checkpoint: a signed note (C2SP tlog-checkpoint).', [], {
        'text/plain': { schema: { type: 'string' } },
      }),
    },
    '/log/tile/{tile}': {
      get: readOperation(
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

import { type ApiPart, parameter } from '@laurel/api-description/describe';
import { readOperation } from './read-operation.ts';

/** The transparency log (C2SP tlog-tiles). */
export const logPart: ApiPart = {
  paths: {
    ...pathsOf('/log', '', []),
    // Only where a service has several logs; the first one’s addresses have no number.
    ...pathsOf('/log/{number}', ' of another log of the service', [
      parameter('number', 'path', 'Of the log, from 2.'),
    ]),
  },
  schemas: {},
};

function pathsOf(
  log: string,
  which: string,
  parameters: readonly ReturnType<typeof parameter>[],
): ApiPart['paths'] {
  return {
    [log]: {
      get: readOperation(`What the log is, for people${which}.`, parameters, {
        'text/html': { schema: { type: 'string' } },
      }),
    },
    [`${log}/checkpoint`]: {
      get: readOperation(
        `The latest checkpoint${which}: a signed note (C2SP tlog-checkpoint).`,
        parameters,
        {
          'text/plain': { schema: { type: 'string' } },
        },
      ),
    },
    [`${log}/tile/{tile}`]: {
      get: readOperation(
        `A tile${which === '' ? ' of the log' : which}, which never changes.`,
        [
          ...parameters,
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
  };
}

import {
  type ApiPart,
  file,
  INTEGER,
  PROBLEM,
  parameter,
  queryParameter,
} from '@laurel/api-description/describe';
import { ORIENTATIONS, PAPER_SIZES } from '@laurel/core/paper';

/** What the API’s description says of a batch's certificates. */
export const certificatePart: ApiPart = {
  paths: {
    '/batches/{id}/certificates': {
      get: {
        scope: 'awards:read',
        summary: 'The certificates of those who consented on paper, as a ZIP of PDFs.',
        description:
          'At most 500 in each part, in the order of the batch; `certificates.parts` of the batch says how many parts there are. `_list.csv` in it says of each row which file is theirs, or why there is none. An archive that breaks off lacks its directory and cannot be opened: ask again.',
        parameters: [
          parameter('id', 'path', 'The batch.'),
          queryParameter('part', 'Which part, from 1.', { ...INTEGER, minimum: 1 }),
          queryParameter('paper', '“a4” unless told.', { enum: PAPER_SIZES }),
          queryParameter('orientation', '“landscape” unless told.', { enum: ORIENTATIONS }),
        ],
        responses: { 200: file('The archive.', 'application/zip'), '4XX': PROBLEM },
        problems: [
          'request_invalid',
          'batch_unknown',
          'batch_not_done',
          'certificates_part_unknown',
        ],
      },
    },
  },
  schemas: {},
};

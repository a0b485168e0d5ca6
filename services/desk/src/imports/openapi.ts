import {
  type ApiPart,
  answer,
  body,
  INTEGER,
  ISSUER,
  object,
  PROBLEM,
  STRING,
  URL_STRING,
} from '@laurel/api-description/describe';
import type { Reason } from '@laurel/http/problem';
import * as z from 'zod';
import { CourseImportRequest, EventImportRequest, GroupImportRequest } from './import-requests.ts';

/** One way to import; `request` is the name of its schema. */
function importing(
  summary: string,
  description: string,
  request: string,
  problems: readonly Reason[],
) {
  return {
    post: {
      scope: 'awards:write' as const,
      summary,
      description,
      parameters: [ISSUER],
      requestBody: body(request),
      responses: { 201: answer('The list that was made.', 'Imported'), '4XX': PROBLEM },
      problems: [...problems, 'import_empty', 'import_too_large'] as const,
    },
  };
}

/** What the API’s description says of imports from Wikimedia. */
export const importPart: ApiPart = {
  paths: {
    '/issuers/{slug}/imports/events': importing(
      'Import the participants or the organizers of an event with event registration.',
      'By its number, or the address of its details, which is read and not called. Private participants are not imported; nobody is taken to have attended. Test events are refused.',
      'EventImportRequest',
      ['event_unknown', 'event_called_off', 'event_is_test', 'wikimedia_unavailable'],
    ),
    '/issuers/{slug}/imports/courses': importing(
      'Import the people of a course of the Programs & Events Dashboard, with their roles.',
      'By School/Title_(Term), or its address. Nobody is taken to have attended.',
      'CourseImportRequest',
      ['course_unknown', 'dashboard_unavailable'],
    ),
    '/issuers/{slug}/imports/groups': importing(
      'Import the members of a global group, with the last day of each membership.',
      'By its name, such as vrt-permissions.',
      'GroupImportRequest',
      ['group_unknown', 'wikimedia_unavailable'],
    ),
  },
  schemas: {
    EventImportRequest: z.toJSONSchema(EventImportRequest, { io: 'input' }),
    CourseImportRequest: z.toJSONSchema(CourseImportRequest, { io: 'input' }),
    GroupImportRequest: z.toJSONSchema(GroupImportRequest, { io: 'input' }),
    Imported: object({
      sheet: STRING,
      people: INTEGER,
      unnamed: {
        ...INTEGER,
        description: 'People whom the wikis hide or no longer have. They are not in the list.',
      },
      url: URL_STRING,
    }),
  },
};

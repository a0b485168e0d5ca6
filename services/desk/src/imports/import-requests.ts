import * as z from 'zod';
import { IMPORTED_OF_EVENT } from './import-order.ts';

const Typed = z.string().max(2_000);

/** `POST /api/v1/issuers/{slug}/imports/events`: an event by its number or the address of its details. */
export const EventImportRequest = z.strictObject({
  event: z.union([Typed, z.int().positive()]),
  who: z.enum(IMPORTED_OF_EVENT),
});

/** `POST /api/v1/issuers/{slug}/imports/courses`: a course by `School/Title_(Term)` or its address. */
export const CourseImportRequest = z.strictObject({ course: Typed });

/** `POST /api/v1/issuers/{slug}/imports/groups`: a global group by its name. */
export const GroupImportRequest = z.strictObject({ group: Typed });

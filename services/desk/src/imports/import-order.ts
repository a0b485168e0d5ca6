import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { courseIn } from '@laurel/wikimedia/course-address';
import type { CourseSlug } from '@laurel/wikimedia/dashboard-course';
import { eventIdIn } from '@laurel/wikimedia/event-address';
import type { Desk } from '../env.ts';

/** Whom of an event to import. */
export const IMPORTED_OF_EVENT = ['participants', 'organizers'] as const;
export type ImportedOfEvent = (typeof IMPORTED_OF_EVENT)[number];

/** What is to be imported, understood: no address of a caller's is ever fetched. */
export type ImportOrder =
  | { readonly from: 'event'; readonly eventId: number; readonly who: ImportedOfEvent }
  | { readonly from: 'course'; readonly course: CourseSlug }
  | { readonly from: 'group'; readonly group: string };

const MAX_GROUP_CHARACTERS = 255;

/** Reads an event's number or address. Refused at `/event` or `/who`. */
export function eventOrder(desk: Desk, event: string, who: string): Result<ImportOrder, Failure> {
  const eventId = eventIdIn(event, desk.wikimedia.baseUrl);
  if (eventId === null) {
    return wrong('/event', 'Neither the number of an event nor the address of its details.');
  }
  const imported = IMPORTED_OF_EVENT.find((one) => one === who);
  if (imported === undefined) return wrong('/who', `One of ${IMPORTED_OF_EVENT.join(', ')}.`);
  return ok({ from: 'event', eventId, who: imported });
}

/** Reads a course's slug or address. Refused at `/course`. */
export function courseOrder(desk: Desk, given: string): Result<ImportOrder, Failure> {
  const course = courseIn(given, desk.dashboard.baseUrl);
  return course === null
    ? wrong('/course', 'Neither School/Title_(Term) nor the address of a course on the Dashboard.')
    : ok({ from: 'course', course });
}

/** Reads a global group's name. Refused at `/group`. */
export function groupOrder(given: string): Result<ImportOrder, Failure> {
  const group = given.trim();
  return group === '' || group.length > MAX_GROUP_CHARACTERS || /[|\p{Cc}]/u.test(group)
    ? wrong('/group', 'Not a name that a global group can have.')
    : ok({ from: 'group', group });
}

function wrong(pointer: string, detail: string): Result<never, Failure> {
  return refuse({ reason: 'request_invalid', issues: [{ pointer, detail }] });
}

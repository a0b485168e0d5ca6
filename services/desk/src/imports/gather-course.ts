import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { Messages } from '@laurel/i18n/messages';
import {
  type CourseSlug,
  type CourseUser,
  courseUrl,
  usersOfCourse,
} from '@laurel/wikimedia/dashboard-course';
import { globalUsersDirectory } from '@laurel/wikimedia/directory';
import type { Desk } from '../env.ts';
import type { Gathered } from './gathered.ts';

/**
 * The people of a course. The Dashboard's names may be old, and a name that a rename left free may be
 * another person's by now: whom it knows by account id gets the name of today.
 */
export async function gatherCourse(
  { wikimedia, dashboard }: Desk,
  course: CourseSlug,
  { message }: Messages,
): Promise<Result<Gathered, Failure>> {
  const listed = await usersOfCourse(dashboard, course);
  if (!listed.ok) return listed;
  const ids = listed.value.flatMap(({ accountId }) => (accountId === null ? [] : [accountId]));
  const entries = await globalUsersDirectory(wikimedia).resolveIds(ids);
  if (!entries.ok) {
    const { retryAfterSeconds } = entries.failure;
    return refuse({ reason: 'wikimedia_unavailable', retryAfterSeconds });
  }
  const users = listed.value.flatMap((user): readonly CourseUser[] => {
    if (user.accountId === null) return [user];
    const entry = entries.value.get(user.accountId);
    return entry?.found === true ? [{ ...user, username: entry.username }] : [];
  });
  const slug = `${course.school}/${course.title}`;
  return ok({
    source: { kind: 'dashboard', course: slug, url: courseUrl(dashboard, course) },
    key: `dashboard:${slug}`,
    name: course.title.replaceAll('_', ' '),
    columns: [
      message('imports-column-username'),
      message('imports-column-role'),
      message('imports-column-enrolled'),
    ],
    cells: users.map(({ username, role, enrolledOn }) => [username, role, enrolledOn ?? '']),
    // To enrol is not to attend.
    attendance: { rule: 'by_hand' },
    volunteers: users.flatMap(({ accountId, username, helps }) =>
      helps && accountId !== null ? [{ accountId, username }] : [],
    ),
    unnamed: listed.value.length - users.length,
    period: null,
  });
}

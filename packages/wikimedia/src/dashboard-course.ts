import type { ImportRefusal } from '@laurel/core/import-refusal';
import { ok, type Result, refuse } from '@laurel/core/result';
import * as z from 'zod';
import { callWikimedia, jsonOf } from './call.ts';
import { MAX_PEOPLE } from './max-people.ts';
import { retryAfterSecondsOf } from './retry-after.ts';
import { isReachable } from './wikimedia.ts';

/** How this deployment meets the Programs & Events Dashboard. */
export type Dashboard = {
  /** Where it answers, without a path: `https://outreachdashboard.wmflabs.org`. */
  readonly baseUrl: string;
  readonly userAgent: string;
};

/** A course's slug: who gives it, and its title with its term. */
export type CourseSlug = { readonly school: string; readonly title: string };

export type CourseUser = {
  /** The global account id; null where the Dashboard does not know it. */
  readonly accountId: string | null;
  /** As the Dashboard last saw it: the account may have been renamed since. */
  readonly username: string;
  /** In the Dashboard's words, such as `Editor` or `Facilitator`. */
  readonly role: string;
  /** True for who makes the course happen; false for who is enrolled in it. */
  readonly helps: boolean;
  /** The day of enrolling, UTC, ISO 8601; null where it is not told. To enrol is not to attend. */
  readonly enrolledOn: string | null;
};

/** Of the Dashboard's `CoursesUsers::Roles`: visitors and students; all others help. */
const ROLES_OF_LEARNERS = [-1, 0];

/** Names and addresses of e-mail, which some readers are told, are not among what is read. */
const Answer = z.object({
  course: z.object({
    users: z.array(
      z.object({
        username: z.string().min(1).max(255),
        global_id: z.int().positive().nullable(),
        role: z.int(),
        role_description: z.string().max(100).nullable().optional(),
        enrolled_at: z.iso.datetime({ offset: true }).nullable().optional(),
      }),
    ),
  }),
});

/** The page of a course for anybody. */
export function courseUrl(dashboard: Pick<Dashboard, 'baseUrl'>, course: CourseSlug): string {
  const path = [course.school, course.title].map(encodeURIComponent).join('/');
  return new URL(`/courses/${path}`, dashboard.baseUrl).href;
}

/**
 * Who is in a course, each person once: somebody with several roles by the one in which they help.
 * A private course is as unknown as one that there is not.
 * Source: WikiEduDashboard, `courses/_users.json.jbuilder`.
 */
export async function usersOfCourse(
  dashboard: Dashboard,
  course: CourseSlug,
): Promise<Result<readonly CourseUser[], ImportRefusal>> {
  const url = new URL(`${courseUrl(dashboard, course)}/users.json`);
  if (!isReachable(url)) throw new Error(`not reached without TLS: ${url.origin}`);
  const response = await callWikimedia(dashboard, url, { method: 'GET' });
  if ([401, 403, 404].includes(response.status)) return refuse({ reason: 'course_unknown' });
  const answer = Answer.safeParse(response.status === 200 ? await jsonOf(response) : null);
  if (!answer.success) {
    return refuse({
      reason: 'dashboard_unavailable',
      retryAfterSeconds: retryAfterSecondsOf(response),
    });
  }
  const users = new Map<string, CourseUser>();
  for (const user of answer.data.course.users) {
    const helps = !ROLES_OF_LEARNERS.includes(user.role);
    if (users.get(user.username)?.helps === true) continue;
    users.set(user.username, {
      accountId: user.global_id === null ? null : String(user.global_id),
      username: user.username,
      role: user.role_description ?? '',
      helps,
      enrolledOn: user.enrolled_at?.slice(0, 10) ?? null,
    });
  }
  if (users.size > MAX_PEOPLE) {
    return refuse({ reason: 'import_too_large', maxPeople: MAX_PEOPLE });
  }
  return ok([...users.values()]);
}

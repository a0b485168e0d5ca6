import type { CourseSlug } from './dashboard-course.ts';

const MAX_SLUG_CHARACTERS = 500;

/**
 * The slug of a course of the Dashboard, as an organizer gives it: `School/Title_(Term)`, or the
 * address of any page of the course. Null for anything else, such as an address of another site.
 */
export function courseIn(given: string, dashboardBaseUrl: string): CourseSlug | null {
  const text = given.trim();
  const url = URL.parse(text);
  if (url?.protocol.startsWith('http')) {
    if (url.origin !== new URL(dashboardBaseUrl).origin) return null;
    const [, courses, school, title] = url.pathname.split('/');
    if (courses !== 'courses') return null;
    return slugOf(decoded(school), decoded(title));
  }
  const [school, title, ...more] = text.split('/');
  return more.length > 0 ? null : slugOf(decoded(school), decoded(title));
}

/** A part is written as it stands or percent-encoded; a lone percent sign stands for itself. */
function decoded(part: string | undefined): string {
  try {
    return decodeURIComponent(part ?? '');
  } catch {
    return part ?? '';
  }
}

/** The Dashboard writes spaces as underscores. */
function slugOf(givenSchool: string, givenTitle: string): CourseSlug | null {
  const [school, title] = [givenSchool, givenTitle].map((part) => part.replaceAll(' ', '_'));
  if (!isPart(school) || !isPart(title)) return null;
  return { school, title };
}

function isPart(part: string | undefined): part is string {
  if (part === undefined || part === '' || part === '.' || part === '..') return false;
  return part.length <= MAX_SLUG_CHARACTERS && part.isWellFormed() && !/[/\\\p{Cc}]/u.test(part);
}

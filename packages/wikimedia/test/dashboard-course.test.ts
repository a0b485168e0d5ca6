import { expect, test } from 'vitest';
import { accountNamed } from '../../../development/wikimedia/account.ts';
import { courseUrl, usersOfCourse } from '../src/dashboard-course.ts';
import { aWikimedia } from './login.ts';

const COURSE = { school: 'Invented_Library_Club', title: 'Reading_Aloud_(Spring)' };

async function aDashboard() {
  const { standIn, wikimedia } = await aWikimedia();
  const dashboard = { baseUrl: standIn.url, userAgent: wikimedia.userAgent };
  return { standIn, dashboard };
}

function idOf(username: string): string {
  const found = accountNamed(username);
  return found.kind === 'account' ? found.account.accountId : '';
}

test('everybody in a course comes once, by the role in which they help, and without e-mail or real name', async () => {
  const { dashboard } = await aDashboard();

  const users = await usersOfCourse(dashboard, COURSE);

  expect(users.ok && users.value).toHaveLength(25);
  expect(users.ok && users.value.slice(0, 4)).toEqual([
    {
      accountId: idOf('Ngozi Reads Aloud'),
      username: 'Ngozi Reads Aloud',
      role: 'Facilitator',
      helps: true,
      enrolledOn: '2026-02-03',
    },
    expect.objectContaining({ username: 'Tiago do Arquivo', helps: true }),
    expect.objectContaining({ accountId: idOf('नई मीरा'), username: 'मीरा पुस्तकालय' }),
    expect.objectContaining({ accountId: null, username: 'Сова Бібліотечна', helps: false }),
  ]);
  expect(JSON.stringify(users)).not.toContain('Real Name');
  expect(JSON.stringify(users)).not.toContain('@');
});

test.each([[404], [401], [403]])(
  'a course that the Dashboard answers with %i for is unknown',
  async (status) => {
    const { standIn, dashboard } = await aDashboard();
    standIn.fail('dashboard', { times: 1, status });

    expect(await usersOfCourse(dashboard, COURSE)).toEqual({
      ok: false,
      failure: { reason: 'course_unknown' },
    });
  },
);

test.each([
  ['too many requests', { status: 429, retryAfterSeconds: 42 }, 42],
  ['a failure', { status: 500 }, 30],
  ['a redirect', { status: 302, headers: { location: 'https://elsewhere.example/' } }, 30],
  ['half an answer', { status: 200, body: '{"course":{"users":[{"username":"A' }, 30],
  ['another shape', { status: 200, body: '{"course":{"users":[{"username":"A"}]}}' }, 30],
])('%s from the Dashboard is a refusal with a time to wait', async (_, fault, seconds) => {
  const { standIn, dashboard } = await aDashboard();
  standIn.fail('dashboard', { times: 1, ...fault });

  expect(await usersOfCourse(dashboard, COURSE)).toEqual({
    ok: false,
    failure: { reason: 'dashboard_unavailable', retryAfterSeconds: seconds },
  });
});

test('what is in a slug cannot leave the path of courses', () => {
  const dashboard = { baseUrl: 'https://dashboard.example' };

  expect(courseUrl(dashboard, { school: 'A?b#c', title: 'D:@e (f)' })).toBe(
    'https://dashboard.example/courses/A%3Fb%23c/D%3A%40e%20(f)',
  );
});

test('a Dashboard that is neither here nor behind TLS is not asked', async () => {
  await expect(
    usersOfCourse({ baseUrl: 'http://dashboard.example', userAgent: 'a/1 (a@b)' }, COURSE),
  ).rejects.toThrow(/without TLS/);
});

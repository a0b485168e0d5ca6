import type { Failure } from '@laurel/core/failure';
import { isReason, problem, REASONS, remedyInGeneral, statusOf } from '@laurel/http/problem';
import { exampleOf } from '@laurel/http/problem-examples';
import { messagesFor } from '@laurel/i18n/messages';
import { expect, test } from 'vitest';
import ar from '../../../i18n/ar.json' with { type: 'json' };
import en from '../../../i18n/en.json' with { type: 'json' };
import qqq from '../../../i18n/qqq.json' with { type: 'json' };

const options = {
  origin: 'https://laurel.example',
  instance: '/c/abc',
  messages: messagesFor('en'),
};

function reasonsIn(file: object): readonly string[] {
  return Object.keys(file).flatMap((key) => /^problem-([a-z_]+)-title$/.exec(key)?.[1] ?? []);
}

test('Every title of a problem belongs to a reason, and has its remedy in every language and its note.', () => {
  const reasons = reasonsIn(en);
  expect(reasons.length).toBeGreaterThan(30);
  for (const reason of reasons) {
    expect(isReason(reason), reason).toBe(true);
    for (const file of [en, ar, qqq]) {
      expect(Object.keys(file)).toContain(`problem-${reason}-title`);
      expect(Object.keys(file)).toContain(`problem-${reason}-remedy`);
    }
  }
});

test('No remedy shows a placeholder, also where it stands without an occasion.', () => {
  for (const language of ['en', 'ar']) {
    for (const reason of reasonsIn(en).filter(isReason)) {
      expect(remedyInGeneral(reason, messagesFor(language))).not.toMatch(/\$\d|\{\{|NaN/);
    }
  }
});

test('Every status of a problem is one of an error.', () => {
  for (const reason of reasonsIn(en).filter(isReason)) {
    expect(statusOf(reason)).toBeGreaterThanOrEqual(400);
    expect(statusOf(reason)).toBeLessThan(600);
  }
});

test('A problem has the members of RFC 9457, a remedy, and the failure’s own fields.', async () => {
  const failure: Failure = {
    reason: 'request_invalid',
    issues: [{ pointer: '/hours', detail: 'Hours are not negative.' }],
  };
  const response = problem(failure, options);
  expect(response.status).toBe(422);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('content-language')).toBe('en');
  expect(await response.json()).toEqual({
    type: 'https://laurel.example/problems/request_invalid',
    title: 'The request is not well formed',
    status: 422,
    detail: '/hours: Hours are not negative.',
    remedy: 'Correct what the list of issues points to, and send it again.',
    instance: '/c/abc',
    issues: [{ pointer: '/hours', detail: 'Hours are not negative.' }],
  });
});

test('A failure’s own detail is kept, and the remedy stands beside it.', async () => {
  const body: unknown = await problem(
    { reason: 'credential_unreadable', detail: 'The file ends at byte 40.' },
    options,
  ).json();
  expect(body).toMatchObject({ detail: 'The file ends at byte 40.', status: 422 });
  expect(body).toHaveProperty('remedy');
});

test('A field of a failure cannot overwrite a member of the problem.', async () => {
  const sneaky = { reason: 'page_unknown', status: 200, title: 'All is well', type: 'x' } as const;
  const response = problem(sneaky, options);
  expect(await response.json()).toMatchObject({
    status: 404,
    title: 'There is no such page',
    type: 'https://laurel.example/problems/page_unknown',
  });
});

test('Whatever passes says when to try again.', () => {
  const passing = REASONS.filter((reason) => statusOf(reason) === 503);
  expect(passing).toContain('signing_interrupted');
  for (const reason of passing) {
    const after = problem(exampleOf(reason), options).headers.get('retry-after');
    expect([reason, after]).toEqual([reason, expect.stringMatching(/^[1-9]\d*$/)]);
  }
});

test('Headers say when to try again, what is allowed and how to authenticate.', () => {
  const header = (failure: Failure, name: string) => problem(failure, options).headers.get(name);
  expect(header({ reason: 'artefact_pending', retryAfterSeconds: 30 }, 'retry-after')).toBe('30');
  expect(header({ reason: 'signing_interrupted' }, 'retry-after')).toBe('60');
  expect(header({ reason: 'method_not_allowed', allowed: ['GET', 'HEAD'] }, 'allow')).toBe(
    'GET, HEAD',
  );
  expect(header({ reason: 'token_missing' }, 'www-authenticate')).toBe('Bearer realm="Laurel"');
  expect(header({ reason: 'token_expired' }, 'www-authenticate')).toContain('invalid_token');
  expect(
    header({ reason: 'token_scope_missing', scope: 'awards:write' }, 'www-authenticate'),
  ).toContain('scope="awards:write"');
  expect(header({ reason: 'page_unknown' }, 'www-authenticate')).toBeNull();
});

import { expect } from 'vitest';
import * as z from 'zod';

const Problem = z.looseObject({
  type: z.url(),
  title: z.string().min(1),
  status: z.number(),
  detail: z.string().min(1),
  remedy: z.string().min(1),
  instance: z.string().startsWith('/'),
  pointer: z.string().optional(),
  issues: z.array(z.object({ pointer: z.string(), detail: z.string().min(1) })).optional(),
});

/** Expects an RFC 9457 problem that says what is wrong, where, and what to do. */
export async function expectProblem(
  answer: Response,
  wanted: { readonly reason: string; readonly pointer?: string; readonly issue?: string },
): Promise<z.infer<typeof Problem>> {
  const text = await answer.text();
  expect(answer.headers.get('content-type'), text).toBe('application/problem+json');
  expect(answer.headers.get('cache-control')).toContain('no-store');
  const problem = Problem.parse(JSON.parse(text));
  expect(problem.type, text).toMatch(new RegExp(`/problems/${wanted.reason}$`));
  expect(problem.status).toBe(answer.status);
  if (wanted.pointer !== undefined) expect(problem.pointer).toBe(wanted.pointer);
  if (wanted.issue !== undefined) {
    expect(problem.issues?.map(({ pointer }) => pointer)).toContain(wanted.issue);
  }
  return problem;
}

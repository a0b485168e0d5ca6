import { type Operation, operations } from './operations.ts';

let known: Readonly<Record<string, Operation>> | null = null;

export default {
  /** Answers in how many milliseconds so many operations were done: `/?what=sign-ours&times=100`. */
  async fetch(request: Request): Promise<Response> {
    const asked = new URL(request.url).searchParams;
    known ??= await operations();
    const operation = known[asked.get('what') ?? ''];
    if (operation === undefined) return new Response(null, { status: 404 });
    const times = Number(asked.get('times'));
    const begunMs = performance.now();
    for (let number = 0; number < times; number += 1) await operation(number);
    return Response.json({ ms: performance.now() - begunMs });
  },
};

export type FrontDoorEnv = { readonly DESK: Fetcher; readonly VERIFIER: Fetcher };

/** Gathered from the Workers behind: 200 where all answer that they are well, else 503. */
export async function health(request: Request, env: FrontDoorEnv): Promise<Response> {
  const [desk, verifier] = await Promise.all([
    healthOf(env.DESK, request),
    healthOf(env.VERIFIER, request),
  ]);
  const ok = desk.ok && verifier.ok;
  return Response.json(
    { ok, desk: desk.report, verifier: verifier.report },
    { status: ok ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}

async function healthOf(
  worker: Fetcher,
  request: Request,
): Promise<{ readonly ok: boolean; readonly report: unknown }> {
  try {
    const response = await worker.fetch(new URL('/health', request.url).href);
    return { ok: response.ok, report: await response.json() };
  } catch {
    return { ok: false, report: { ok: false } };
  }
}

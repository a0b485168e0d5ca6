import type { Laurel } from './laurel.ts';

/** What anybody sees of everything signed: texts by their paths. */
export async function bytesShown(
  laurel: Pick<Laurel, 'runtime' | 'url'>,
): Promise<Readonly<Record<string, string>>> {
  const answers = (await pathsOf(laurel)).map(
    async (path) => [path, await (await fetch(`${laurel.url}${path}`)).text()] as const,
  );
  return Object.fromEntries(await Promise.all(answers));
}

async function pathsOf({ runtime }: Pick<Laurel, 'runtime'>): Promise<readonly string[]> {
  const paths = ['/.well-known/did.json'];
  for (const [at, binding] of runtime.publicDatabases.entries()) {
    const store = await runtime.miniflare.getD1Database(binding, 'laurel-signer');
    const named = async (sql: string) =>
      (await store.prepare(sql).all<{ name: string }>()).results.map(({ name }) => name);
    for (const id of await named('select id as name from credentials where visible = 1')) {
      paths.push(`/c/${id}.json`, `/c/${id}.jwt`, `/c/${id}.jwt?profile=vc-jose`);
    }
    for (const id of await named('select id as name from status_lists'))
      paths.push(`/status/${id}`);
    for (const slug of await named('select slug as name from issuers')) {
      paths.push(`/issuers/${slug}/did.json`, `/issuers/${slug}/keys.json`);
    }
    paths.push(at === 0 ? '/log/checkpoint' : `/log/${at + 1}/checkpoint`);
  }
  return paths;
}

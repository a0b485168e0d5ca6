import { build } from '../../development/build.ts';

/** An address of a Worker, as its router knows it. */
export type Route = { readonly method: string; readonly path: string };

/** A method that no route takes. */
const NOWHERE_TAKEN = 'PATCH';

/** Every route of the desk and the verifier, found in their routers; what takes other methods not, by one of them. */
export async function everyRoute(): Promise<{
  readonly desk: readonly Route[];
  readonly verifier: readonly Route[];
}> {
  // What the verifier carries is there once everything is made.
  await build();
  const desk = await import('../../services/desk/src/app.ts');
  const verifier = await import('../../services/verifier/src/app.ts');
  return {
    desk: distinct(desk.createApp().routes),
    verifier: distinct(verifier.createApp(() => 0).routes),
  };
}

function distinct(routes: readonly Route[]): readonly Route[] {
  const written = routes
    .filter(({ path }) => !path.endsWith('*'))
    .map(({ method, path }) => `${method === 'ALL' ? NOWHERE_TAKEN : method} ${path}`);
  return [...new Set(written)].map((route) => {
    const [method = '', path = ''] = route.split(' ');
    return { method, path };
  });
}

/** A route's address, its places filled by what follows the longest of these beginnings, else by a word. */
export function filledPath(path: string, things: Readonly<Record<string, string>> = {}): string {
  const known = Object.keys(things)
    .filter((route) => path === route || path.startsWith(`${route}/`))
    .sort((one, other) => other.length - one.length)[0];
  const begun = known === undefined ? path : `${things[known]}${path.slice(known.length)}`;
  return begun.replaceAll(/:\w+(?:\{[^}]*\})?\??/g, 'one');
}

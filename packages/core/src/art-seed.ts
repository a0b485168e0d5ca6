/**
 * What the fine lines in the art of an achievement grow from: its issuer and its slug, which are the same in
 * every version and language.
 */
export function artSeed(issuer: string, slug: string): string {
  return `${issuer}/${slug}`;
}

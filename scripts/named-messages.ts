/** Families of messages, whose keys code puts together: what stands before the part that varies. */
const FAMILIES = /`([a-z][a-z_-]*[-_])\$\{|'([a-z][a-z_-]*-)'/g;

/**
 * Of a file of messages, its metadata and those that source text names: by their key in quotes, or by the
 * beginning that it puts keys together from. A guard sees to it that all messages are named so.
 */
export function namedIn(
  sources: string,
  file: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const families = [...sources.matchAll(FAMILIES)].map(([, put, quoted]) => put ?? quoted ?? '');
  const isNamed = (key: string) =>
    sources.includes(`'${key}'`) || families.some((beginning) => key.startsWith(beginning));
  return Object.fromEntries(
    Object.entries(file).filter(([key]) => key === '@metadata' || isNamed(key)),
  );
}

/** Names are shorter; what is longer stands in no sentence. */
const MAX_NAME_UNITS = 1_000;

/**
 * True for a line of a script without spaces that is part of a text, or of one into which names are put,
 * the longest first. It may begin or end within a name.
 */
export function isSaid(line: string, texts: readonly string[], names: readonly string[]): boolean {
  const isPart = (part: string) => texts.some((text) => text.includes(part));
  if (isPart(line)) return true;
  const parts = names.reduce((all, name) => all.flatMap((one) => one.split(name)), [line]);
  if (parts.every(isPart)) return true;
  const short = names.filter(({ length }) => length <= MAX_NAME_UNITS);
  return parts
    .map((part, at) => (at === 0 ? withoutEnd(part, short) : part))
    .map((part, at) => (at === parts.length - 1 ? withoutBeginning(part, short) : part))
    .every(isPart);
}

/** What a line says after the end of a name that began on the line before. */
function withoutEnd(line: string, names: readonly string[]): string {
  return line.slice(
    longest(names, line.length, (name, units) => line.startsWith(name.slice(-units))),
  );
}

/** What a line says before a name that ends on the next. */
function withoutBeginning(line: string, names: readonly string[]): string {
  const cut = longest(names, line.length, (name, units) => line.endsWith(name.slice(0, units)));
  return line.slice(0, line.length - cut);
}

function longest(
  names: readonly string[],
  most: number,
  fits: (name: string, units: number) => boolean,
): number {
  let found = 0;
  for (const name of names) {
    for (let units = Math.min(name.length, most); units > found; units -= 1) {
      if (fits(name, units)) found = units;
    }
  }
  return found;
}

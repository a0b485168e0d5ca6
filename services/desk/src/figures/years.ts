/** The first year that anything was recognised here. */
const FIRST_YEAR = 2026;

/** The year that is asked for (`?year=`); the present one where none is, or one that is none of ours. */
export function yearAsked(request: Request, nowSeconds: number): number {
  const years = yearsSoFar(nowSeconds);
  const asked = Number(new URL(request.url).searchParams.get('year'));
  return years.find((year) => year === asked) ?? years[0] ?? FIRST_YEAR;
}

/** The years there are figures of, newest first. */
export function yearsSoFar(nowSeconds: number): readonly number[] {
  const present = new Date(nowSeconds * 1000).getUTCFullYear();
  return Array.from({ length: Math.max(1, present - FIRST_YEAR + 1) }, (_, at) => present - at);
}

/** The months of a year that have begun, `YYYY-MM`, January first, UTC. */
export function monthsSoFar(year: number, nowSeconds: number): readonly string[] {
  const now = new Date(nowSeconds * 1000);
  const last = now.getUTCFullYear() > year ? 12 : now.getUTCMonth() + 1;
  return Array.from({ length: last }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
}

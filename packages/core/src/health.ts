/** What a deployment is made of, as it is told to people. */
export const PARTS = [
  'verifier',
  'desk',
  'signer',
  'keys',
  'log',
  'renderer',
  'work',
  'crons',
] as const;

export type Part = (typeof PARTS)[number];

/** Whether a part is well, and since when that is so; null where nobody can tell. */
export type PartState = {
  readonly ok: boolean | null;
  readonly sinceSeconds: number | null;
};

/** The state of parts, of those that somebody looked at. */
export type PartStates = Readonly<Partial<Record<Part, PartState>>>;

/** What was last noted of a part, or of a schedule: when somebody looked, and since when it was as it was then. */
export type NotedState = {
  readonly part: string;
  readonly ok: boolean;
  readonly sinceSeconds: number;
  readonly seenAtSeconds: number;
};

/** Schedules whose ticks are noted, and after how many seconds without one something is wrong. */
export const TICKS = {
  signer_cron: 300,
  desk_cron: 300,
  hourly_cron: 9_000,
} as const;

export type Tick = keyof typeof TICKS;

/**
 * A part as it is found now, by what was noted of it before. Where that differs, it has been so since somebody
 * looked last, for all that is known.
 */
export function partState(ok: boolean, noted: NotedState | undefined): PartState {
  if (noted === undefined) return { ok, sinceSeconds: null };
  return { ok, sinceSeconds: noted.ok === ok ? noted.sinceSeconds : noted.seenAtSeconds };
}

/** A part of which only notes tell, which are worth nothing once nobody looked for a while. */
export function notedPart(noted: NotedState | undefined, nowSeconds: number): PartState {
  if (noted === undefined) return UNTOLD;
  const isOld = noted.seenAtSeconds < nowSeconds - TICKS.desk_cron;
  return isOld
    ? { ok: null, sinceSeconds: noted.seenAtSeconds }
    : { ok: noted.ok, sinceSeconds: noted.sinceSeconds };
}

/** Whether a schedule ticks; the hourly one has an hour until its first. */
export function tickState(tick: Tick, noted: readonly NotedState[], nowSeconds: number): PartState {
  const own = noted.find(({ part }) => part === tick);
  if (own === undefined) {
    const minutely = noted.find(({ part }) => part === 'desk_cron');
    const isYoung =
      tick === 'hourly_cron' &&
      minutely !== undefined &&
      minutely.sinceSeconds > nowSeconds - TICKS.hourly_cron;
    return { ok: isYoung, sinceSeconds: null };
  }
  const ok = own.seenAtSeconds > nowSeconds - TICKS[tick];
  return { ok, sinceSeconds: ok ? own.sinceSeconds : own.seenAtSeconds };
}

/** Several looks at one part: well where all are, and since the last of them is. */
export function together(states: readonly PartState[]): PartState {
  const wrong = states.filter(({ ok }) => ok === false);
  if (wrong.length > 0) return { ok: false, sinceSeconds: earliest(wrong) };
  const untold = states.filter(({ ok }) => ok === null);
  if (untold.length > 0) return { ok: null, sinceSeconds: earliest(untold) };
  return { ok: true, sinceSeconds: moments(states).at(-1) ?? null };
}

/** Every part, in its order, of which one or several looked; of what nobody looked at nothing can be told. */
export function gathered(
  reports: readonly PartStates[],
): readonly (PartState & { readonly part: Part })[] {
  return PARTS.map((part) => {
    const states = reports.flatMap((report) => report[part] ?? []);
    return { part, ...(states.length === 0 ? UNTOLD : together(states)) };
  });
}

const UNTOLD: PartState = { ok: null, sinceSeconds: null };

function earliest(states: readonly PartState[]): number | null {
  return moments(states)[0] ?? null;
}

function moments(states: readonly PartState[]): readonly number[] {
  return states.flatMap(({ sinceSeconds }) => sinceSeconds ?? []).sort((one, other) => one - other);
}

/** What several runs of one measurement gave. */
export type Spread = {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly runs: number;
};

/** `a second` is better the more, the others the less. */
export type Unit = 'a second' | 'ms' | 'ms of CPU' | 'bytes' | 'MiB';

/** One thing that was measured here and, in turns with it, at a peer. */
export type Figure = {
  readonly what: string;
  readonly unit: Unit;
  readonly ours: Spread;
  /** Null where nobody else does the same. */
  readonly peer: { readonly name: string; readonly measured: Spread } | null;
  /**
   * How many times better ours is: of each run by itself, so that what slowed the machine down slowed both.
   * Null without a peer.
   */
  readonly ratio: Spread | null;
};

/** A table of what is no figure, such as latencies beside a throughput. */
export type Table = {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** What one part of the benchmark has found. */
export type Findings = {
  readonly title: string;
  /** What was done, and what is to be known of it; Markdown, a paragraph each. */
  readonly method: readonly string[];
  readonly figures: readonly Figure[];
  readonly tables?: readonly Table[];
};

export type BenchOptions = {
  /** How many credentials there are in PUBLIC while it serves. */
  readonly credentials: number;
  /** How many times each measurement is made. */
  readonly rounds: number;
  /** The most people that are awarded in bulk. */
  readonly people: number;
};

/** A part that can be chosen by its name. */
export type Part = (options: BenchOptions) => Promise<Findings>;

/** The median of runs, with the least and the most. Throws where there was none. */
export function spreadOf(runs: readonly number[]): Spread {
  const sorted = [...runs].sort((one, other) => one - other);
  const [least] = sorted;
  const most = sorted.at(-1);
  if (least === undefined || most === undefined) throw new Error('nothing was measured');
  const [low = least, high = least] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return { median: (low + high) / 2, least, most, runs: sorted.length };
}

/** A figure of runs that were made in turns: the first of ours beside the first of the peer's, and so on. */
export function comparedFigure(
  what: string,
  unit: Unit,
  ours: readonly number[],
  peer: { readonly name: string; readonly runs: readonly number[] },
): Figure {
  const ratios = ours.map((own, at) => {
    const other = peer.runs[at];
    if (other === undefined) throw new Error(`a run of ${peer.name} is missing`);
    return unit === 'a second' ? own / other : other / own;
  });
  return {
    what,
    unit,
    ours: spreadOf(ours),
    peer: { name: peer.name, measured: spreadOf(peer.runs) },
    ratio: spreadOf(ratios),
  };
}

/** A figure that nobody else is measured beside. */
export function loneFigure(what: string, unit: Unit, ours: readonly number[]): Figure {
  return { what, unit, ours: spreadOf(ours), peer: null, ratio: null };
}

/** What a stranger's document may have us do, in steps of about the same size. */
export type Fuel = {
  /** Throws once there is none left. */
  readonly burn: (steps: number) => void;
  /** Throws, as if it had burnt all that is left: for what cannot be judged within any bound. */
  readonly giveUp: () => never;
  readonly isSpent: () => boolean;
  /** How many steps were taken, of those that there were. */
  readonly burnt: () => number;
};

/**
 * So many steps and no more. No look at a schema foresees what it comes to, and a Worker can be
 * interrupted by nobody but its platform, which then ends it.
 */
export function fuelFor(steps: number): Fuel {
  let left = steps;
  const giveUp = (): never => {
    left = -1;
    throw new Error('more work than is done for a stranger');
  };
  return {
    burn: (cost) => {
      left -= cost;
      if (left < 0) giveUp();
    },
    giveUp,
    isSpent: () => left < 0,
    burnt: () => steps - Math.max(left, 0),
  };
}

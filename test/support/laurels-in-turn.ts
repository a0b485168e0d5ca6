import { type Laurel, type LaurelOptions, startLaurel } from './laurel.ts';

/** Laurels on the same data, one after another: two cannot run on it. */
export function laurelsInTurn() {
  const running: Laurel[] = [];
  return {
    started: async (options: LaurelOptions): Promise<Laurel> => {
      const laurel = await startLaurel(options);
      running.push(laurel);
      return laurel;
    },
    stopAll: async (): Promise<void> => {
      for (const laurel of running.splice(0)) await laurel.stop();
    },
  };
}

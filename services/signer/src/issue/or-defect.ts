import { logDefect } from '@laurel/observing/log-defect';

/** The answer; null where the work threw, which is logged: one that fails must not hold up the others. */
export async function orDefect<Answer>(work: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await work();
  } catch (defect) {
    logDefect(defect);
    return null;
  }
}

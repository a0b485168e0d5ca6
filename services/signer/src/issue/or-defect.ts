import { describeDefect } from '@laurel/core/defect';

/** The answer; null where the work threw, which is logged: one that fails must not hold up the others. */
export async function orDefect<Answer>(work: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await work();
  } catch (defect) {
    console.error(describeDefect(defect));
    return null;
  }
}

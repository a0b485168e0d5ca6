import { logDefect } from './log-defect.ts';

/** Whether a call comes to an answer; a defect is logged. */
export async function answers(call: () => PromiseLike<unknown>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (defect) {
    logDefect(defect);
    return false;
  }
}

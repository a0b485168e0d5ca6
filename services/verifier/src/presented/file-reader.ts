import type { VerifierEnv } from '../env.ts';
import type { FileReader } from './given.ts';

/** Takes PDFs apart in the renderer, which has nothing that a PDF could reach. */
export function fileReader({ LAUREL_ORIGIN, RENDERER }: VerifierEnv): FileReader {
  return { origin: LAUREL_ORIGIN, takeApart: (pdf) => RENDERER.takeApart(pdf) };
}

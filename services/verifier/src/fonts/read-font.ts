import type { VerifierEnv } from '../env.ts';
import type { ReadAsset } from './web-fonts.ts';

/** A font file, or a list of them, by its name. The host of the address is of no meaning to the binding. */
export function fetchFont({ WEB_FONTS }: VerifierEnv, name: string): Promise<Response> {
  return WEB_FONTS.fetch(`https://fonts.invalid/${name}`);
}

/** Reads lists of slices. */
export function readingFonts(env: VerifierEnv): ReadAsset {
  return async (name) => {
    const answer = await fetchFont(env, name);
    if (!answer.ok) throw new Error(`The list ${name} was answered ${answer.status}.`);
    return answer.text();
  };
}

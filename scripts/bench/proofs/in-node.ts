import { newKey } from './keys.ts';
import { signedByUs } from './ours.ts';
import { verifierCore } from './peer-verifier-core.ts';
import { SAMPLES } from './sample.ts';
import type { Measure } from './turns.ts';

/**
 * Lets something measure `verifier-core` in this very Node: it compiles JSON schemas into code, which no Worker
 * may. By the time of the processor.
 */
export async function inNode<Found>(measure: (one: Measure) => Promise<Found>): Promise<Found> {
  const key = await newKey('Ed25519');
  const texts: string[] = [];
  for (const sample of SAMPLES) texts.push(JSON.stringify(await signedByUs(sample, key)));
  const { verify, end } = await verifierCore(key);
  try {
    return await measure(async (_, times) => {
      const before = process.cpuUsage();
      for (let number = 0; number < times; number += 1) {
        await verify(texts[number % texts.length] ?? '');
      }
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000 / times;
    });
  } finally {
    end();
  }
}

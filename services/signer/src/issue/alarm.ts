import { raiseAlarm } from '@laurel/observing/alarm';
import type { Signing } from '../env.ts';

/**
 * Tells whoever runs the deployment that the fast path of signing gave other bytes than the full one. What was
 * signed then is right; why its shape was not is for people to find out. Names nothing that was signed.
 */
export function fastPathDiffers({ counters }: Signing): () => void {
  return () => raiseAlarm(counters, 'fast_path_differs');
}

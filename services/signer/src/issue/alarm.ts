/**
 * Tells whoever watches the logs that the fast path of signing gave other bytes than the full one. What was
 * signed then is right; why its shape was not is for people to find out. Names nothing that was signed.
 */
export function fastPathDiffers(): void {
  console.error(JSON.stringify({ line: 'alarm', alarm: 'fast_path_differs' }));
}

/**
 * Whether zlib data (RFC 1950) unpacks to exactly so many bytes. It is unpacked as a stream and left as
 * soon as there is more: a small file cannot fill the memory.
 */
export async function unpacksTo(packed: readonly Uint8Array[], bytes: number): Promise<boolean> {
  const source = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of packed) controller.enqueue(part);
      controller.close();
    },
  });
  const reader = source.pipeThrough(new DecompressionStream('deflate')).getReader();
  let unpacked = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return unpacked === bytes;
      unpacked += value.byteLength;
      if (unpacked > bytes) {
        await reader.cancel();
        return false;
      }
    }
  } catch {
    return false;
  }
}

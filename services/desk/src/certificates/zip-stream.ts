import { logDefect } from '@laurel/observing/log-defect';
import { Zip, ZipDeflate } from 'fflate';

/** A file of an archive. */
export type ArchivedFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** True for what is worth compressing. */
  readonly compress: boolean;
};

/**
 * Files as a ZIP archive (APPNOTE 6.3), written while it is read: the next file is asked for only once
 * the one before was taken. Where the files end in an error, so does the stream, and what was written is
 * no archive: its directory comes last.
 *
 * What is not compressed is written in stored blocks of DEFLATE, not as it is: its length follows it,
 * which programs that read an archive from its beginning take from DEFLATE alone, Android's among them.
 */
export function zipStream(
  files: AsyncGenerator<ArchivedFile>,
  madeAtSeconds: number,
): ReadableStream<Uint8Array> {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    written.push(chunk);
  });
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const { value: file, done } = await files.next();
          if (done) zip.end();
          else add(zip, file, madeAtSeconds);
          for (const chunk of written.splice(0)) controller.enqueue(chunk);
          if (done) controller.close();
        } catch (defect) {
          logDefect(defect);
          controller.error(new Error('an archive broke off'));
        }
      },
      cancel: async () => {
        await files.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

function add(zip: Zip, { name, bytes, compress }: ArchivedFile, madeAtSeconds: number): void {
  const file = new ZipDeflate(name, { level: compress ? 6 : 0 });
  file.mtime = new Date(madeAtSeconds * 1000);
  zip.add(file);
  file.push(bytes, true);
}

import type { Reader } from '@laurel/http/reader';
import { htmlOf } from '@laurel/pages/document';
import type { ArchivedFile } from '../../certificates/zip-stream.ts';
import type { Desk } from '../../env.ts';
import { ArchiveIndex } from './archive-index.tsx';
import { KEPT_FILES } from './files-kept.ts';
import { type FilesTold, filesOfHeld } from './files-of-held.ts';
import type { OwnThings } from './own-things.ts';
import type { ExportSet } from './parts.ts';
import { readme } from './readme.ts';

/** A part of an export, and for whom it is made. */
export type WantedExport = {
  readonly accountId: string;
  readonly own: OwnThings;
  readonly sets: readonly ExportSet[];
  /** From 1. */
  readonly part: number;
  readonly parts: number;
  readonly reader: Reader;
};

/**
 * The files of one archive: what one reads first, then all that is kept besides what was signed (in the first part
 * alone), what was signed, keys, and at the end the page that leads to all of it, which is missing where something went
 * wrong before.
 */
export async function* filesOfExport(
  desk: Desk,
  wanted: WantedExport,
): AsyncGenerator<ArchivedFile, undefined> {
  const { accountId, own, sets, part, reader } = wanted;
  const kit = await desk.verifier.offlineKit(own.issuers);
  yield text('README.txt', readme(desk, wanted, kit));
  const kept: string[] = [];
  if (part === 1) {
    for (const [name, gather] of Object.entries(KEPT_FILES)) {
      const content = await gather(desk, accountId, own);
      yield text(`data/${name}.json`, `${JSON.stringify(content, null, 2)}\n`);
      kept.push(name);
    }
  }
  const told: FilesTold = new Map();
  yield* filesOfHeld(desk, accountId, sets, told);
  for (const { owner, didDocument, history } of kit.keys) {
    const folder = `keys/${owner === '' ? 'service' : owner}`;
    yield text(`${folder}/did.json`, didDocument);
    if (history !== null) yield text(`${folder}/keys.json`, history);
  }
  yield text('verify.html', kit.verifier);
  const index = (
    <ArchiveIndex own={own} sets={sets} told={told} kept={part === 1} reader={reader} />
  );
  yield text('index.html', await htmlOf(index));
}

function text(name: string, content: string): ArchivedFile {
  return { name, bytes: new TextEncoder().encode(content), compress: true };
}

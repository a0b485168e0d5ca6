import type { SignedCopy } from '@laurel/contracts/signer-rpc';
import { MAX_SIGNED_COPIES } from '@laurel/contracts/signer-rpc';
import type { ArchivedFile } from '../../certificates/zip-stream.ts';
import type { Desk } from '../../env.ts';
import type { ExportSet } from './parts.ts';

/** The names of the files that an archive has of a credential or a record, by its id. */
export type FilesTold = Map<string, readonly string[]>;

/**
 * The signed forms of what somebody holds, set by set, with what is made of them; `told` learns which files there
 * are. Of what ended meanwhile there are none. File names tell of nobody.
 */
export async function* filesOfHeld(
  desk: Desk,
  accountId: string,
  sets: readonly ExportSet[],
  told: FilesTold,
): AsyncGenerator<ArchivedFile, undefined> {
  const ids = sets.flatMap((set) =>
    set.of === 'credentials' ? set.held.map(({ credentialId }) => credentialId) : [],
  );
  const copies = new Map<string, SignedCopy>();
  for (const set of sets) {
    if (set.of === 'records') {
      yield* filesOfRecords(desk, accountId, set, told);
      continue;
    }
    const wanted = set.held.map(({ credentialId }) => credentialId);
    // The next two hundred, once those before are done with: a call for each set would be too many.
    if (wanted.some((id) => ids.includes(id) && !copies.has(id))) {
      copies.clear();
      const from = ids.indexOf(wanted[0] ?? '');
      const next = ids.slice(from, from + MAX_SIGNED_COPIES);
      for (const copy of await desk.signer.signedCopies(accountId, next)) {
        copies.set(copy.credentialId, copy);
      }
    }
    const own = wanted.flatMap((id) => copies.get(id) ?? []);
    const made = await desk.verifier.filesOfCopies(own.map(({ document }) => document));
    for (const [at, copy] of own.entries()) {
      const answer = made[at];
      const files = answer?.ok
        ? [
            drawn(`${copy.credentialId}.pdf`, answer.value.pdf),
            text(`${copy.credentialId}.bundle.json`, answer.value.bundle),
          ]
        : [];
      yield* inFolder('certificates', copy, files, told);
    }
  }
}

async function* filesOfRecords(
  { signer, verifier }: Desk,
  accountId: string,
  set: Extract<ExportSet, { readonly of: 'records' }>,
  told: FilesTold,
): AsyncGenerator<ArchivedFile, undefined> {
  const wanted = set.held.map(({ recordId }) => recordId);
  const own = await signer.recordCopies(accountId, wanted);
  const bundles = await verifier.bundlesOfRecords(own.map(({ document }) => document));
  for (const [at, copy] of own.entries()) {
    const bundle = bundles[at];
    const files = bundle?.ok ? [text(`${copy.credentialId}.bundle.json`, bundle.value)] : [];
    yield* inFolder('records', copy, files, told);
  }
}

function* inFolder(
  folder: 'certificates' | 'records',
  { credentialId: id, document, joseJwt, rsaJwt }: SignedCopy,
  made: readonly ArchivedFile[],
  told: FilesTold,
): Generator<ArchivedFile, undefined> {
  const files = [
    ...made,
    text(`${id}.json`, document),
    ...(rsaJwt === null ? [] : [text(`${id}.jwt`, rsaJwt)]),
    text(`${id}-vc-jose.jwt`, joseJwt),
  ].map((file) => ({ ...file, name: `${folder}/${id}/${file.name}` }));
  told.set(
    id,
    files.map(({ name }) => name),
  );
  yield* files;
}

function drawn(name: string, bytes: Uint8Array): ArchivedFile {
  return { name, bytes, compress: false };
}

function text(name: string, content: string): ArchivedFile {
  return { name, bytes: new TextEncoder().encode(content), compress: true };
}

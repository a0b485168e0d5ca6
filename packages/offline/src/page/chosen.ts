import { stringAt } from '@laurel/core/json';
import { type Result, refuse } from '@laurel/core/result';
import { type Brought, type BroughtRefusal, readBrought } from '../brought.ts';

/** A file that was chosen, dropped or pasted. */
export type Chosen = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** Files that belong together, and what they hold. */
export type Found = {
  readonly files: readonly Chosen[];
  readonly brought: Result<Brought, BroughtRefusal>;
};

/** What is looked at now: for each credential what belongs to it. */
export type Looked = readonly Found[];

/** Files that could not be looked at. */
export function unread(files: readonly Pick<File, 'name'>[], why: BroughtRefusal): Looked {
  return [
    {
      files: files.map(({ name }) => ({ name, bytes: new Uint8Array() })),
      brought: refuse(why),
    },
  ];
}

/**
 * Takes further files beside those from before, as the bundle often follows the badge; where the two do not go
 * together, it is something else that begins.
 */
export async function lookAt(before: Looked, more: readonly Chosen[]): Promise<Looked> {
  const earlier = before.flatMap(({ files }) => files).filter(({ bytes }) => bytes.length > 0);
  if (earlier.length > 0) {
    const together = await found([...earlier, ...more]);
    if (together.brought.ok && goTogether(together.brought.value)) return [together];
  }
  const alone = await found(more);
  const isSeveral = !alone.brought.ok && SEVERAL.includes(alone.brought.failure);
  return isSeveral ? apart(more) : [alone];
}

const SEVERAL: readonly BroughtRefusal[] = ['several_credentials', 'several_bundles'];

async function found(files: readonly Chosen[]): Promise<Found> {
  return { files, brought: await readBrought(files.map(({ bytes }) => bytes)) };
}

/** A bundle that holds another credential than the one beside it came for that one. */
function goTogether({ presented, bundle }: Brought): boolean {
  if (typeof bundle?.credential !== 'string') return true;
  const { id }: { readonly id?: unknown } = JSON.parse(bundle.credential);
  return id === presented.credential.id;
}

/** Each credential with the files that hold it or its bundle, in the order in which they came. */
async function apart(files: readonly Chosen[]): Promise<Looked> {
  const groups = new Map<string, readonly Chosen[]>();
  for (const [at, file] of files.entries()) {
    const { brought } = await found([file]);
    const id = brought.ok ? stringAt(brought.value.presented.credential, 'id') : null;
    const key = id ?? String(at);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return Promise.all([...groups.values()].map(found));
}

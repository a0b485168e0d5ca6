import { ok, type Result, refuse } from '@laurel/core/result';
import { type Brought, type BroughtRefusal, readBrought } from '../brought.ts';

/** A file that was chosen, dropped or pasted. */
export type Chosen = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** What is looked at now. */
export type Looked = {
  readonly files: readonly Chosen[];
  readonly brought: Result<Brought, BroughtRefusal>;
};

/** Files that could not be looked at. */
export function unread(files: readonly Pick<File, 'name'>[], why: BroughtRefusal): Looked {
  return {
    files: files.map(({ name }) => ({ name, bytes: new Uint8Array() })),
    brought: refuse(why),
  };
}

/**
 * Takes further files beside those from before, as the bundle often follows the badge; where the two do not go
 * together, it is something else that begins.
 */
export async function lookAt(before: readonly Chosen[], more: readonly Chosen[]): Promise<Looked> {
  const together = [...before.filter(({ bytes }) => bytes.length > 0), ...more];
  const brought = await readBrought(together.map(({ bytes }) => bytes));
  if (together.length === more.length || (brought.ok && goTogether(brought.value))) {
    return { files: together, brought };
  }
  const alone = await readBrought(more.map(({ bytes }) => bytes));
  return alone.ok ? { files: more, brought: ok(alone.value) } : { files: more, brought: alone };
}

/** A bundle that holds another credential than the one beside it came for that one. */
function goTogether({ presented, bundle }: Brought): boolean {
  if (typeof bundle?.credential !== 'string') return true;
  const { id }: { readonly id?: unknown } = JSON.parse(bundle.credential);
  return id === presented.credential.id;
}

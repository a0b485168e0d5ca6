import type { Failure } from '@laurel/core/failure';
import { ok, type Result } from '@laurel/core/result';
import type { Desk } from '../../env.ts';
import type { TypedResume } from './typed-resume.ts';

/**
 * Switches on the links that a résumé leads to, as the page has said beside its buttons, and answers it as
 * it stands then. Those that are on are left alone.
 */
export async function showLinks(
  { signer }: Desk,
  accountId: string,
  resume: TypedResume,
): Promise<Result<TypedResume, Failure>> {
  for (const { entry } of resume.entries) {
    if (entry.own.credential.visible) continue;
    const set = await signer.setVisible(entry.id, accountId, true);
    if (!set.ok) return set;
  }
  const entries = resume.entries.map(({ entry, ...typed }) => {
    const credential = { ...entry.own.credential, visible: true };
    return { ...typed, entry: { ...entry, own: { ...entry.own, credential } } };
  });
  return ok({ ...resume, entries });
}

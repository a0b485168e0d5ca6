import { writeFileSync } from 'node:fs';
import * as z from 'zod';
import { DATA_DIRECTORY } from './settings.ts';

/** Whom `npm run verify` believes where it is not told otherwise: the service that was started here. */
export const ROOT_FILE = `${DATA_DIRECTORY}/root.json`;

export const PinnedRoot = z.object({ origin: z.string(), roots: z.array(z.string()) });

const DidDocument = z.object({
  verificationMethod: z.array(z.object({ publicKeyMultibase: z.string().optional() })),
});

/** Writes the root keys of the running service beside its data. */
export async function writeRoot(url: string, origin: string): Promise<void> {
  const answer = await fetch(`${url}/.well-known/did.json`);
  const { verificationMethod } = DidDocument.parse(await answer.json());
  const roots = verificationMethod.flatMap(({ publicKeyMultibase }) => publicKeyMultibase ?? []);
  const pinned: z.infer<typeof PinnedRoot> = { origin, roots };
  writeFileSync(ROOT_FILE, `${JSON.stringify(pinned, null, 2)}\n`);
}

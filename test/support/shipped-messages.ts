import { readFileSync } from 'node:fs';
import * as z from 'zod';

const AtHand = z.record(
  z.string(),
  z.object({ '@metadata': z.object({ asset: z.string().optional() }) }).catchall(z.unknown()),
);

const generated = (worker: string) => `services/${worker}/generated`;

/** The messages that a Worker has at hand when it starts, by language, as it was built last. */
export function messagesAtHand(worker: string): z.infer<typeof AtHand> {
  return AtHand.parse(JSON.parse(readFileSync(`${generated(worker)}/texts.txt`, 'utf8')));
}

/** The name of the static asset with all messages of a language. */
export function messageAsset(worker: string, language: string): string {
  const asset = messagesAtHand(worker)[language]?.['@metadata'].asset;
  if (asset === undefined) throw new Error(`${worker} has all messages of ${language} at hand`);
  return asset;
}

/** What is in it. */
export function messagesIn(worker: string, language: string): Readonly<Record<string, string>> {
  const path = `${generated(worker)}/assets/${messageAsset(worker, language)}`;
  return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(path, 'utf8')));
}

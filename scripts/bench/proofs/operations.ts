import type { JsonObject } from '@laurel/core/json';
import { signedJwt } from '@laurel/proofs/jwt/sign';
import { newKey } from './keys.ts';
import { provenByUs, signedByUs, verifyByUs } from './ours.ts';
import { signedByVc, verifyByVc } from './peer-vc.ts';
import { SAMPLES } from './sample.ts';

/** One operation upon the sample of a number. */
export type Operation = (number: number) => Promise<unknown>;

/**
 * Everything that is measured in a Worker, by its name. Throws where what is made by one cannot be verified by
 * the other, byte for byte and good for good: else one would be measured that does something else.
 */
export async function operations(): Promise<Readonly<Record<string, Operation>>> {
  const key = await newKey('Ed25519');
  const rsa = await newKey('RS256');
  const keys = [key.publicKey, rsa.publicKey];
  const sampleOf = (number: number): JsonObject => SAMPLES[number % SAMPLES.length] ?? {};
  const textOf = await texts((sample) =>
    signedByUs(sample, key).then((one) => JSON.stringify(one)),
  );
  const eddsaOf = await texts((sample) => signedJwt(sample, key));
  const rsaOf = await texts((sample) => signedJwt(sample, rsa));
  const documents = SAMPLES.map((_, number): JsonObject => JSON.parse(textOf(number)));
  const documentOf = (number: number): JsonObject => documents[number % documents.length] ?? {};
  await mustAgree(textOf(0), await signedByVc(sampleOf(0), key));
  return {
    'sign-ours': (number) => signedByUs(sampleOf(number), key),
    'sign-vc': (number) => signedByVc(sampleOf(number), key),
    'sign-jwt-eddsa': (number) => signedJwt(sampleOf(number), key),
    'sign-jwt-rs256': (number) => signedJwt(sampleOf(number), rsa),
    'prove-ours': (number) => provenByUs(documentOf(number), key.publicKey),
    'verify-ours': (number) => verifyByUs(textOf(number), keys),
    'verify-vc': (number) => verifyByVc(textOf(number), key.publicKey),
    'verify-jwt-eddsa': (number) => verifyByUs(eddsaOf(number), keys),
    'verify-jwt-rs256': (number) => verifyByUs(rsaOf(number), keys),
  };
}

async function texts(of: (sample: JsonObject) => Promise<string>) {
  const all: string[] = [];
  for (const sample of SAMPLES) all.push(await of(sample));
  return (number: number): string => all[number % all.length] ?? '';
}

async function mustAgree(ours: string, { proof, ...document }: JsonObject): Promise<void> {
  if (ours !== JSON.stringify({ ...document, proof: [proof ?? null] })) {
    throw new Error('the peer signs other bytes');
  }
}

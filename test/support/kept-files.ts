import { expect } from 'vitest';

/** The files that a holder can keep of a credential, by the end of their address. */
const KEPT_FORMS = {
  pdf: '.pdf',
  png: '.png',
  svg: '.svg',
  json: '.json',
  jwt: '.jwt',
  jose: '.jwt?profile=vc-jose',
  bundle: '.bundle.json',
} as const;
export type KeptForm = keyof typeof KEPT_FORMS;

export type KeptFiles = Readonly<Record<KeptForm, Uint8Array<ArrayBuffer>>>;

/** Downloads one of them. */
export async function keptFile(page: string, form: KeptForm): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(`${page}${KEPT_FORMS[form]}`);
  expect([form, answer.status]).toEqual([form, 200]);
  return new Uint8Array(await answer.arrayBuffer());
}

/** Downloads all of them. */
export async function keptFiles(page: string): Promise<KeptFiles> {
  return {
    pdf: await keptFile(page, 'pdf'),
    png: await keptFile(page, 'png'),
    svg: await keptFile(page, 'svg'),
    json: await keptFile(page, 'json'),
    jwt: await keptFile(page, 'jwt'),
    jose: await keptFile(page, 'jose'),
    bundle: await keptFile(page, 'bundle'),
  };
}

/** The bundle that a file holds, as JSON. */
export function bundleIn(bytes: Uint8Array | undefined) {
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** The same bytes with one text in place of another of the same length, wherever it stands. */
export function tampered(bytes: Uint8Array, from: string, to: string): Uint8Array<ArrayBuffer> {
  const text = Buffer.from(bytes).toString('latin1');
  expect(text).toContain(from);
  expect(to).toHaveLength(from.length);
  return new Uint8Array(Buffer.from(text.replaceAll(from, to), 'latin1'));
}

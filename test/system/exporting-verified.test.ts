import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exported, textOf } from '../support/exporting.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aHolder, makeRecord } from '../support/recording.ts';

const directory = mkdtempSync(join(tmpdir(), 'laurel-export-'));

let laurel: Laurel;
let files: ReadonlyMap<string, Uint8Array>;
let credentials: readonly string[];
let record: string;
beforeAll(async () => {
  laurel = await startLaurel();
  const holder = await aHolder(laurel, 'Ọláńrewájú of Ìbàdàn', [{}, { disclosure: 'none' }]);
  credentials = holder.credentials;
  record = await makeRecord(holder.session, credentials);
  files = await exported(holder.session);
});
afterAll(async () => {
  await laurel.stop();
  rmSync(directory, { recursive: true });
});

/** `npm run verify` on files of the archive, in a process that ends where it reaches for the network. */
function verify(file: string, bundle?: string): Promise<string> {
  const taken = [file, ...(bundle === undefined ? [] : [bundle])].map((name, at) => {
    const path = join(directory, `${at}-${name.split('/').at(-1)}`);
    writeFileSync(path, files.get(name) ?? '');
    return path;
  });
  const [own = '', ...beside] = taken;
  const service = JSON.parse(textOf(files, 'keys/service/did.json'));
  const [{ publicKeyMultibase: root }] = service.verificationMethod;
  return new Promise((done) => {
    execFile(
      process.execPath,
      [
        ...['--import', resolve('test/support/no-network.ts'), resolve('scripts/verify.ts')],
        ...[own, ...beside.flatMap((one) => ['--bundle', one]), '--root', root],
      ],
      { env: { ...process.env, LANG: 'en', LC_ALL: 'en' } },
      (_, output, errors) => done(output + errors),
    );
  });
}

test('every certificate of an archive is valid by its files alone, links being off', async () => {
  for (const id of credentials) {
    expect((await fetch(`${laurel.url}/c/${id}`)).status).toBe(404);
    const folder = `certificates/${id}/${id}`;
    expect(await verify(`${folder}.pdf`)).toMatch(/^Valid: /);
    expect(await verify(`${folder}.bundle.json`)).toMatch(/^Valid: /);
    expect(await verify(`${folder}.json`, `${folder}.bundle.json`)).toMatch(/^Valid: /);
    expect(await verify(`${folder}.jwt`, `${folder}.bundle.json`)).toMatch(/^Valid: /);
    expect(await verify(`${folder}-vc-jose.jwt`, `${folder}.bundle.json`)).toMatch(/^Valid: /);
  }
});

test('so is a learner record, with each certificate in it', async () => {
  expect(await verify(`records/${record}/${record}.bundle.json`)).toMatch(/^Valid: /);
});

test('what was changed in it afterwards is not', async () => {
  const [, id = ''] = credentials;
  const folder = `certificates/${id}/${id}`;
  const changed = textOf(files, `${folder}.json`).replace('"value":"2.5"', '"value":"9.5"');
  files = new Map([...files, ['changed.json', Buffer.from(changed)]]);

  expect(await verify('changed.json', `${folder}.bundle.json`)).toMatch(/^Not valid: /);
});

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  aKeptCredential,
  ISSUED_AT_SECONDS,
  type KeptCredential,
  ORIGIN,
} from '../../packages/offline/test/a-kept-credential.ts';
import { aCredential } from '../support/awarding.ts';
import { type KeptForm, keptFiles, tampered } from '../support/kept-files.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aNamedCredential } from '../support/naming.ts';

const directory = mkdtempSync(join(tmpdir(), 'laurel-verify-'));
const data = join(directory, 'data');

let laurel: Laurel;
let root: string;
let theirs: KeptCredential;
beforeAll(async () => {
  laurel = await startLaurel();
  const { page } = await aCredential(laurel, { recipients: [{ username: 'ليان الخطّاط' }] });
  for (const [form, bytes] of Object.entries(await keptFiles(page))) write(form, bytes);
  const another = await aCredential(laurel, { recipients: [{ username: 'Amina Sowah' }] });
  const { json, bundle } = await keptFiles(another.page);
  write('other-json', json);
  write('other-bundle', bundle);
  const changed = tampered(json, '"value":"2.5"', '"value":"9.5"');
  write('changed-json', changed);
  const { verificationMethod } = Object(
    await (await fetch(`${laurel.url}/.well-known/did.json`)).json(),
  );
  root = verificationMethod[0].publicKeyMultibase;
  theirs = await aKeptCredential();
  mkdirSync(data);
});
afterAll(async () => {
  await laurel.stop();
  rmSync(directory, { recursive: true });
});

function write(name: string, content: Uint8Array | object | string): string {
  const isText = typeof content === 'string' || content instanceof Uint8Array;
  writeFileSync(join(directory, name), isText ? content : JSON.stringify(content));
  return name;
}

type Ended = { readonly code: number; readonly said: string };

/** The command, as npm runs it, in a process that ends where it reaches for the network. */
function verify(...parameters: readonly string[]): Promise<Ended> {
  return verifyWith(data, ...parameters);
}

/** The same, with the service’s data kept elsewhere. */
function verifyWith(folder: string, ...parameters: readonly string[]): Promise<Ended> {
  const own = ['--import', resolve('test/support/no-network.ts'), resolve('scripts/verify.ts')];
  const env = { ...process.env, LAUREL_DATA: folder, LANG: 'en', LC_ALL: 'en' };
  return new Promise((done) => {
    execFile(
      process.execPath,
      [...own, ...parameters],
      { cwd: directory, env },
      (error, output, errors) =>
        done({ code: error === null ? 0 : Number(error.code), said: output + errors }),
    );
  });
}

test.each<readonly KeptForm[]>([
  ['pdf'],
  ['bundle'],
  ['json', 'bundle'],
  ['jwt', 'bundle'],
  ['jose', 'bundle'],
  ['png', 'bundle'],
  ['svg', 'bundle'],
])('a %s is valid by its file and its %s, and the command ends with 0', async (form, beside) => {
  const bundle = beside === undefined ? [] : ['--bundle', beside];

  const { code, said } = await verify(form, '--root', root, ...bundle);

  expect([said, code]).toEqual([expect.stringMatching(/^Valid: /), 0]);
  expect(said).toContain('ليان الخطّاط');
  expect(said).toContain('What happened since cannot be known from a file.');
  expect(said).toContain('Public log (Passed)');
});

test('a name is called what it is: given by the holder, checked by nobody', async () => {
  const { json, bundle } = await keptFiles(await aNamedCredential(laurel, { nqo: 'ߊ߬ߡߌߣߊ߫ ߖߊ߬ߟߏ߬' }));
  const files = [write('named-json', json), '--bundle', write('named-bundle', bundle)];

  const { code, said } = await verify(...files, '--root', root);

  expect([said, code]).toEqual([expect.stringMatching(/^Valid: /), 0]);
  expect(said).toMatch(/ߊ߬ߡߌߣߊ߫ ߖߊ߬ߟߏ߬\n {2}A name that the holder gave; nobody checked it/);
});

test('what was changed is not valid, and the command ends with 1', async () => {
  const { code, said } = await verify('changed-json', '--bundle', 'other-bundle', '--root', root);

  expect([said, code]).toEqual([expect.stringMatching(/^Not valid: /), 1]);
  expect(said).not.toContain('Amina Sowah');
});

test('revoked and stolen are not valid either', async () => {
  const revoked = await aKeptCredential({ revoked: true });
  const stolen = await aKeptCredential({ key: { compromisedAtSeconds: ISSUED_AT_SECONDS - 60 } });
  const files = [
    [write('revoked', revoked.bundle), revoked.root, 'Revoked'],
    [write('stolen', { ...stolen.bundle, log: [] }), stolen.root, 'Not valid'],
  ] as const;
  for (const [file, key, word] of files) {
    const { code, said } = await verify(file, '--root', key);
    expect([said.slice(0, word.length), code]).toEqual([word, 1]);
  }
});

test.each([
  ['no bundle', ['json'], 'no_bundle'],
  ['the bundle of another', ['json', '--bundle', 'other-bundle'], 'not_proven'],
])('with %s it cannot say, names what is missing, and ends with 2', async (_, files, finding) => {
  const { code, said } = await verify(...files, '--root', root, '--json');

  expect(code).toBe(2);
  const report = JSON.parse(said);
  expect(report.verdict).toBe('unknown');
  expect(report.checks.map((check: { finding: string }) => check.finding)).toContain(finding);
});

test('another root key, or nothing in the log, leaves it open as well', async () => {
  const bare = write('bare', { ...theirs.bundle, log: [] });

  expect((await verify('pdf', '--root', theirs.root)).code).toBe(2);
  expect((await verify(bare, '--root', theirs.root)).code).toBe(2);
  expect((await verify(write('text', 'hello'), '--root', root)).code).toBe(2);
});

test('without a root key it takes that of the service that was started here, and no other', async () => {
  const missing = await verify('pdf');
  expect([missing.code, missing.said]).toEqual([64, expect.stringContaining('--root')]);

  writeFileSync(
    join(data, 'root.json'),
    JSON.stringify({ origin: laurel.origin, roots: [root, theirs.root] }),
  );

  expect((await verify('pdf')).code).toBe(0);
  const ofAnother = await verify(write('theirs', theirs.bundle));
  expect([ofAnother.code, ofAnother.said]).toEqual([2, expect.stringContaining(ORIGIN.slice(8))]);
});

test('beside a bundle, a file in which nothing was signed is not answered by the bundle', async () => {
  const printed = write('printed-anew', '%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\n');

  const { code, said } = await verify(printed, '--bundle', 'bundle', '--root', root);

  expect([code, said]).toEqual([2, expect.stringContaining('printed anew')]);
  expect(said).not.toContain('ليان');
});

test('a certificate is verified by a bundle that was fetched anew, too', async () => {
  const { code } = await verify('pdf', '--bundle', 'bundle', '--root', root);

  expect(code).toBe(0);
});

test('what cannot be read at all never looks like what is not valid', async () => {
  const deep = `{"credentialSubject":{"deep":${'['.repeat(200_000)}${']'.repeat(200_000)}}}`;
  const strange = mkdtempSync(join(directory, 'strange-'));
  writeFileSync(join(strange, 'root.json'), '{');

  expect((await verify('.', '--root', root)).code).toBe(64);
  expect((await verify(write('deep', deep), '--root', root)).code).toBe(2);
  expect((await verify('pdf', '--root', `z6Mk${'z'.repeat(44)}`)).code).toBe(2);
  expect((await verify('pdf', '--root', `z6Mk${'1'.repeat(44)}`)).code).toBe(2);
  expect((await verifyWith(strange, 'pdf')).code).toBe(64);
});

test.each([
  ['nothing', []],
  ['two files', ['json', 'jwt']],
  ['a file that is not there', ['nowhere.pdf']],
  ['what is no root key', ['pdf', '--root', 'secret']],
  ['an unknown option', ['pdf', '--online']],
])('called with %s it says how, and ends with 64', async (_, parameters) => {
  const { code, said } = await verify(...parameters);

  expect(code).toBe(64);
  expect(said).not.toMatch(/^ {4}at /m);
});

test('a name cannot give orders to the terminal', async () => {
  const { root: key, bundle } = await aKeptCredential({ username: 'Eve\u001b[2J\u0007' });

  const { said } = await verify(write('orders', bundle), '--root', key);

  expect(said).toContain('Eve\ufffd[2J\ufffd');
});

test('it would be seen to reach for the network', async () => {
  const script = join(directory, 'reaches.mjs');
  writeFileSync(script, "await fetch('http://127.0.0.1:9/');");
  const ended = await new Promise((done) => {
    const preload = resolve('test/support/no-network.ts');
    execFile(process.execPath, ['--import', preload, script], (error) => done(error?.code));
  });

  expect(ended).toBe(70);
});

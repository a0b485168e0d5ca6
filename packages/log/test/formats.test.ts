import { generateKeyPairSync, webcrypto } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkpointText, logName, openCheckpoint, readCheckpoint } from '../src/checkpoint.ts';
import { entryText, publicHash, readEntry, saltedHash } from '../src/entry.ts';
import { entryBundle, readEntryBundle } from '../src/entry-bundle.ts';
import { hashText, sha256 } from '../src/hash.ts';
import { openNote, signedNote } from '../src/note.ts';
import { hashesAt, readTilePath, tilePath, tilesOf } from '../src/tile.ts';
import { readVerifierKey, verifierKey, verifierKeyText } from '../src/verifier-key.ts';

/** C2SP signed-note, “Example”. */
const VKEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const NOTE =
  'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
/** golang.org/x/mod, `sumdb/note/note_test.go`. */
const GO_KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const GO_BAD_KEYS = [
  'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
  'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
];

async function keyIn(text: string) {
  const key = await readVerifierKey(text);
  if (key === null) throw new Error(`no key: ${text}`);
  return key;
}

async function aSigner(name: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' });
  return {
    key: await verifierKey(name, new Uint8Array(Buffer.from(x, 'base64url'))),
    privateKey: await webcrypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']),
  };
}

test('keys of others are read and written as they write them; what is none is none', async () => {
  for (const key of [VKEY, GO_KEY]) expect(verifierKeyText(await keyIn(key))).toBe(key);
  const bad = [...GO_BAD_KEYS, VKEY.replace('530d', '530e'), `${VKEY}=`, 'x', '', VKEY.slice(15)];
  for (const key of bad) expect(await readVerifierKey(key)).toBeNull();
});

test('a note of others opens with its key alone, and not with anything changed', async () => {
  const key = await keyIn(VKEY);
  const other = await keyIn(GO_KEY);
  const foreign = `— somebody/else ${Buffer.alloc(80, 3).toString('base64')}\n`;

  expect(await openNote(NOTE, [key])).toBe('This is an example message.\n');
  expect(await openNote(`${NOTE}${foreign}`, [other, key])).toBe('This is an example message.\n');
  const broken = [
    NOTE.replace('This', 'That'),
    NOTE.replace('Uw2QOkn8', 'Uw2QOkn9'),
    NOTE.replace('\n\n', '\n'),
    NOTE.slice(0, -1),
    `${NOTE}no signature\n`,
    NOTE.replace('example message', 'example\u0001message'),
    `${NOTE}${NOTE.slice(NOTE.indexOf('—')).replace('kn8sr', 'kn9sr')}`,
    '',
  ];
  for (const note of broken) expect(await openNote(note, [key])).toBeNull();
  expect(await openNote(NOTE, [other])).toBeNull();
  expect(await openNote(NOTE, [])).toBeNull();
});

test('what is signed here opens again, by its own key and no other of the name', async () => {
  const one = await aSigner('laurel.example/log');
  const other = await aSigner('laurel.example/log');
  const root = await sha256();
  const checkpoint = { origin: 'laurel.example/log', size: 20, root };
  const note = await signedNote(checkpointText(checkpoint), one.key, one.privateKey);

  expect(await openCheckpoint(note, [one.key])).toEqual(checkpoint);
  expect(await openCheckpoint(note, [other.key])).toBeNull();
  const misnamed = checkpointText({ ...checkpoint, origin: 'another.example/log' });
  const misused = await signedNote(misnamed, one.key, one.privateKey);
  expect(await openCheckpoint(misused, [one.key])).toBeNull();
});

test('a checkpoint is three lines, and more where others add some', () => {
  /** C2SP tlog-checkpoint. */
  const text =
    'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
  const read = readCheckpoint(text);

  expect(read).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
  expect(read === null ? '' : checkpointText(read)).toBe(text);
  expect(readCheckpoint(`${text}more\n`)).toEqual(read);
  for (const broken of [
    text.slice(0, -1),
    `${text}\n`,
    text.replace('2085', '02085'),
    text.replace('2085', '-2085'),
    text.replace('I=\n', 'J=\n'),
    text.replace('example.com/behind-the-sofa', ''),
  ]) {
    expect(readCheckpoint(broken)).toBeNull();
  }
  expect(logName('https://laurel.example')).toBe('laurel.example/log');
  expect(logName('http://localhost:8787')).toBe('localhost:8787/log');
});

test('an entry is one line that says its kind, its time and a hash, and has one spelling', async () => {
  const hash = await publicHash('{}');
  const entry = { kind: 'status' as const, loggedAtSeconds: 1_795_000_000, hash };
  const text = entryText(entry);

  expect(text).toBe('laurel/1 status 1795000000 RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=');
  expect(readEntry(text)).toEqual(entry);
  for (const broken of [
    text.replace('/1', '/2'),
    text.replace('status', 'revoked'),
    text.replace('1795', '01795'),
    text.replace('4o=', '4p='),
    `${text}\n`,
    text.replace(' ', '  '),
    text.slice(0, -1),
  ]) {
    expect(readEntry(broken)).toBeNull();
  }
  const salt = new Uint8Array(32).fill(9);
  expect(hashText(await saltedHash(salt, '{}'))).toBe(
    hashText(await sha256(salt, new TextEncoder().encode('{}'))),
  );
  expect(() => saltedHash(new Uint8Array(16), '{}')).toThrow();
});

test('bundles of entries are read back, and none that is cut off', () => {
  const entries = ['one', '', 'ثلاثة', 'x'.repeat(300)];
  const bundle = entryBundle(entries);

  expect([...bundle.slice(0, 5)]).toEqual([0, 3, 111, 110, 101]);
  expect(readEntryBundle(bundle)?.map((entry) => new TextDecoder().decode(entry))).toEqual(entries);
  expect(readEntryBundle(bundle.slice(0, -1))).toBeNull();
  expect(readEntryBundle(bundle.slice(0, 1))).toBeNull();
});

test.each([
  [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
  [{ level: 0, index: 273, width: 112 }, 'tile/0/273.p/112'],
  [{ level: 63, index: 1_234_067, width: 256 }, 'tile/63/x001/x234/067'],
  [{ level: 'entries', index: 1_000, width: 1 }, 'tile/entries/x001/000.p/1'],
] as const)('%j lies at %s', (tile, path) => {
  expect(tilePath(tile)).toBe(path);
  expect(readTilePath(path)).toEqual(tile);
});

test.each([
  'tile/64/000',
  'tile/00/000',
  'tile/0/0',
  'tile/0/x000/001',
  'tile/0/000.p/0',
  'tile/0/000.p/256',
  'tile/0/000.p/007',
  'tile/0/000.p/',
  'tile/0/001/000',
  'tile/0/x001',
  'tile/data/000',
  'tile/-1/000',
  '/tile/0/000',
  'tile/0/000/',
])('nothing lies at %s', (path) => {
  expect(readTilePath(path)).toBeNull();
});

test('a tree of 70,000 has the tiles that the specification counts', () => {
  const widths = (level: number) => tilesOf(level, 70_000).map(({ width }) => width);

  expect(widths(0)).toEqual([...Array.from({ length: 273 }, () => 256), 112]);
  expect(widths(1)).toEqual([256, 17]);
  expect(widths(2)).toEqual([1]);
  expect(widths(3)).toEqual([]);
  expect(tilesOf('entries', 256)).toEqual([{ level: 'entries', index: 0, width: 256 }]);
  expect(hashesAt(1, 256)).toBe(1);
});

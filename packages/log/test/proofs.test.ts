import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { append } from '../src/append.ts';
import { consistencyProof, isConsistent } from '../src/consistency.ts';
import { type Hash, hashIn, hashText, leafHash } from '../src/hash.ts';
import { inclusionProof, isIncluded } from '../src/inclusion.ts';
import { rootOf } from '../src/subtree.ts';
import { aTree } from './a-tree.ts';

const Case = z.tuple([
  z.string(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.array(z.number()),
  z.boolean(),
]);

/** transparency-dev/merkle, `testdata`: see test/vectors/README.md. */
const vectors = z
  .object({ hashes: z.array(z.string()), inclusion: z.array(Case), consistency: z.array(Case) })
  .parse(JSON.parse(readFileSync('test/vectors/merkle-proofs.json', 'utf8')));

/** Null where one of them is no hash at all. */
function hashesAt(places: readonly number[]): readonly Hash[] | null {
  const hashes = places.map((place) => hashIn(vectors.hashes[place] ?? ''));
  return hashes.every((hash) => hash !== null) ? hashes : null;
}

test.each(vectors.inclusion)('%s is judged as it should be', async (...vector) => {
  const [, index, size, leafAt, rootAt, proofAt, isGood] = vector;
  const [leaf, root, ...proof] = hashesAt([leafAt, rootAt, ...proofAt]) ?? [];

  const judged =
    leaf !== undefined &&
    root !== undefined &&
    (await isIncluded(leaf, index, proof, { size, root }));

  expect(judged).toBe(isGood);
});

/** Its roots are no hashes, and so no roots here. */
const OF_NO_HASHES = 'consistency/additional/sizes-are-equal-one-and-proof-is-empty';
const consistency = vectors.consistency.filter(([name]) => name !== OF_NO_HASHES);

test.each(consistency)('%s is judged as it should be', async (...vector) => {
  const [, older, newer, olderAt, newerAt, proofAt, isGood] = vector;
  const [one, other, ...proof] = hashesAt([olderAt, newerAt, ...proofAt]) ?? [];

  const judged =
    one !== undefined &&
    other !== undefined &&
    (await isConsistent({ size: older, root: one }, { size: newer, root: other }, proof));

  expect(judged).toBe(isGood);
});

/** transparency-dev/merkle, `testonly/constants.go`: leaves, and the roots of trees of 0 to 8 of them. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

test('trees that grow leaf by leaf, or all at once, have the roots that others find', async () => {
  const leaves = await Promise.all(LEAVES.map((leaf) => leafHash(Buffer.from(leaf, 'hex'))));
  const grown = aTree();
  const roots = [await rootOf(0, grown.read)];
  for (const leaf of leaves) roots.push(await grown.append([leaf]));

  expect(roots.map((root) => Buffer.from(root).toString('hex'))).toEqual(ROOTS);
  for (const size of [1, 3, 7, 8]) {
    const { root } = await append(0, leaves.slice(0, size), aTree().read);
    expect(Buffer.from(root).toString('hex')).toBe(ROOTS[size]);
    expect(hashText(await rootOf(size, grown.read))).toBe(hashText(root));
  }
});

test('every leaf of every tree of up to 70 is shown to be in it, and in no other place', async () => {
  const tree = aTree();
  const leaves = await Promise.all(
    Array.from({ length: 70 }, (_, at) => leafHash(Uint8Array.of(at))),
  );
  for (const [at, newest] of leaves.entries()) {
    const size = at + 1;
    const root = await tree.append([newest]);
    for (let index = 0; index < size; index += 1) {
      const proof = await inclusionProof(index, size, tree.read);
      const leaf = leaves[index] ?? newest;
      expect(await isIncluded(leaf, index, proof, { size, root })).toBe(true);
      expect(await isIncluded(leaf, index + 1, proof, { size, root })).toBe(false);
    }
  }
});

test('every tree of up to 40 leaves is shown to begin every larger one, and no other does', async () => {
  const tree = aTree();
  const roots = [await rootOf(0, tree.read)];
  for (let size = 1; size <= 40; size += 1) {
    roots.push(await tree.append([await leafHash(Uint8Array.of(size))]));
  }
  const head = (size: number) => ({ size, root: roots[size] ?? new Uint8Array(32) });
  for (let newer = 0; newer <= 40; newer += 1) {
    for (let older = 0; older <= newer; older += 1) {
      const proof = await consistencyProof(older, newer, tree.read);
      expect(await isConsistent(head(older), head(newer), proof)).toBe(true);
      if (older === 0 || older === newer) continue;
      const forked = { size: older, root: head(older - 1).root };
      expect(await isConsistent(forked, head(newer), proof)).toBe(false);
    }
  }
});

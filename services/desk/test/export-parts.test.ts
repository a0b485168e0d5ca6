import type { HeldCredential, HeldRecord } from '@laurel/contracts/signer-rpc';
import { expect, test } from 'vitest';
import { exportParts, SETS_PER_PART } from '../src/me/export/parts.ts';

const SAME = {
  language: 'en',
  disclosure: 'none',
  signedOn: '2026-11-26',
  visible: false,
  state: 'active',
  since: null,
  rsaReady: true,
  saidFormerName: false,
  lostEndorsement: false,
} as const;

/** Newest first, as they are told. */
function credentials(size: number): readonly HeldCredential[] {
  return Array.from({ length: size }, (_, at) => ({
    ...SAME,
    credentialId: `c${size - at}`,
    awardId: 'a',
    name: null,
    validUntil: null,
    linkRetired: false,
  }));
}

function records(size: number): readonly HeldRecord[] {
  return Array.from({ length: size }, (_, at) => ({
    ...SAME,
    recordId: `r${size - at}`,
    title: 'Winters',
    size: 1,
  }));
}

function idsIn(parts: ReturnType<typeof exportParts>): readonly (readonly string[])[] {
  return parts.map((sets) =>
    sets.flatMap((set) =>
      set.of === 'credentials'
        ? set.held.map(({ credentialId }) => credentialId)
        : set.held.map(({ recordId }) => recordId),
    ),
  );
}

test.each([
  [0, 0, [0]],
  [1, 1, [2]],
  [500, 0, [500]],
  [450, 10, [460]],
  [500, 1, [500, 1]],
  [1_201, 95, [500, 500, 201 + 50, 45]],
])('%i certificates and %i records come in archives of %j', (some, more, sizes) => {
  for (const sets of exportParts(credentials(some), records(more))) {
    expect(sets.length).toBeLessThanOrEqual(SETS_PER_PART);
  }
  const parts = idsIn(exportParts(credentials(some), records(more)));
  expect(parts.map((ids) => ids.length)).toEqual(sizes);
  expect(new Set(parts.flat()).size).toBe(some + more);
});

test('what is made later moves nothing from one archive to another', () => {
  const before = idsIn(exportParts(credentials(700), []));
  const after = idsIn(exportParts(credentials(720), []));

  expect(after[0]).toEqual(before[0]);
  expect(after[1]?.slice(0, 200)).toEqual(before[1]);
});

import { unpackedBitstring, valueIn } from '@laurel/verification/any/bitstring';
import type { Ask, Row } from './ask.ts';
import { literal } from './ask.ts';
import { inEachPublic } from './invariant.ts';
import { pagesOf } from './pages.ts';

/** A list is some kilobytes packed, and 16 KiB unpacked. */
const LISTS_A_PAGE = 20;
const ENTRIES_A_PAGE = 5_000;

/** That whoever reads a status list reads what stands here. */
export const LISTS_SHOW_THEIR_ENTRIES = inEachPublic({
  name: 'list-shows-its-entries',
  sentence:
    'The published document of a status list has those bits set, and no others, that are set here.',
  breaches: listsThatDiffer,
});

async function* listsThatDiffer(ask: Ask): AsyncGenerator<string> {
  const pages = pagesOf(ask, {
    store: 'PUBLIC',
    table: 'status_lists',
    columns: `id, length, json_extract(document, '$.credentialSubject.encodedList') as encoded,
      changes = published_changes as is_published`,
    size: LISTS_A_PAGE,
  });
  for await (const page of pages) {
    for (const list of page) {
      if (list.is_published === 1 && !(await showsItsEntries(ask, list))) yield String(list.id);
    }
  }
}

async function showsItsEntries(ask: Ask, { id, length, encoded }: Row): Promise<boolean> {
  const shown = await unpackedBitstring(String(encoded));
  if (!shown.ok || shown.value.length * 8 !== length) return false;
  let set = 0;
  for (let after = -1; ; ) {
    const entries = await ask(
      'PUBLIC',
      `select entry_index as entry, set_at_seconds is not null as is_set from status_entries
        where list = ${literal(String(id))} and entry_index > ${after}
        order by entry_index limit ${ENTRIES_A_PAGE}`,
    );
    for (const { entry, is_set: isSet } of entries) {
      if (valueIn(shown.value, Number(entry), 1) !== isSet) return false;
      set += Number(isSet);
    }
    if (entries.length < ENTRIES_A_PAGE) return set === bitsIn(shown.value);
    after = Number(entries.at(-1)?.entry);
  }
}

function bitsIn(bytes: Uint8Array): number {
  let bits = 0;
  for (let byte of bytes) for (; byte !== 0; byte &= byte - 1) bits += 1;
  return bits;
}

import { constants, deflateSync } from 'node:zlib';

/** What stands in an object: its text, or a stream with the entries of its dictionary. */
export type MadeObject = string | MadeStream;

export type MadeStream = { readonly entries: string; readonly bytes: Uint8Array };

/** A stream; what is packed is unpacked by readers. */
export function stream(content: string | Uint8Array, entries = ''): MadeStream {
  return { entries, bytes: Buffer.from(content) };
}

/** The same, packed. */
export function packed(content: string | Uint8Array, entries = ''): MadeStream {
  return { entries: `/Filter /FlateDecode ${entries}`, bytes: deflateSync(content) };
}

/**
 * A PDF as it is written by hand: objects from number 1 on, of which the first is the catalog. Nothing
 * in it is checked.
 */
export function madePdf(objects: readonly MadeObject[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let size = parts[0]?.length ?? 0;
  const add = (part: string | Uint8Array) => {
    const bytes = Buffer.from(part);
    parts.push(bytes);
    size += bytes.length;
  };
  const places = objects.map((object, index) => {
    const place = size;
    add(`${index + 1} 0 obj\n`);
    if (typeof object === 'string') add(object);
    else {
      const length = object.entries.includes('/Length') ? '' : `/Length ${object.bytes.length}`;
      add(`<< ${object.entries} ${length} >>\nstream\n`);
      add(object.bytes);
      add('\nendstream');
    }
    add('\nendobj\n');
    return place;
  });
  const table = size;
  const row = (place: number) => `${String(place).padStart(10, '0')} 00000 n \n`;
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map(row).join('')}`);
  add(
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF`,
  );
  return Buffer.concat(parts);
}

const CONTENTS = /\/Contents/;
const RESOURCES = /\/Resources/;

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

/** A PDF of one page that draws what it is given, with `more` objects from number 6 on. */
export function onePage(
  content: MadeStream,
  more: readonly MadeObject[] = [],
  entries: { readonly catalog?: string; readonly page?: string; readonly resources?: string } = {},
): Uint8Array {
  const { catalog = '', page = '', resources = '' } = entries;
  return madePdf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] ${CONTENTS.test(page) ? '' : '/Contents 4 0 R'} ${RESOURCES.test(page) ? '' : `/Resources << /Font << /F 5 0 R >> ${resources} >>`} ${page} >>`,
    content,
    FONT,
    ...more,
  ]);
}

/** The entry of a catalog under which objects from number 6 on are files. */
export function attachedFiles(count: number): { readonly catalog: string } {
  const names = Array.from({ length: count }, (_, index) => {
    const name = `(f${String(index).padStart(3, '0')})`;
    return `${name} << /Type /Filespec /F ${name} /EF << /F ${index + 6} 0 R >> >>`;
  });
  return { catalog: `/Names << /EmbeddedFiles << /Names [${names.join(' ')}] >> >>` };
}

/** Operators that write a text. */
export function saying(text: string): string {
  return `BT /F 20 Tf 50 200 Td (${text}) Tj ET`;
}

/** Zeros, of which a thousandth is left when they are packed; `mebibytes` of them. */
export function packedZeros(mebibytes: number): Uint8Array {
  const part = deflateSync(Buffer.alloc(1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH });
  // The parts after the first have no header of their own (RFC 1950, Section 2.2).
  return Buffer.concat([
    part,
    ...Array.from({ length: mebibytes - 1 }, () => part.subarray(HEADER_BYTES)),
  ]);
}

const HEADER_BYTES = 2;

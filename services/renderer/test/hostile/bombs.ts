import { deflateSync } from 'node:zlib';
import {
  attachedFiles,
  madePdf,
  onePage,
  packed,
  packedZeros,
  saying,
  stream,
} from '../made-pdf.ts';
import { HI, type HostilePdf, repeated, tableStream } from './hostile-pdf.ts';

function packedTimes(times: number, bytes: Uint8Array): Uint8Array {
  return times === 0 ? bytes : packedTimes(times - 1, deflateSync(bytes));
}

/** Files that unpack to more than there is room for. Four gigabytes in four megabytes, where nothing else is said. */
export const BOMBS: readonly HostilePdf[] = [
  {
    title: 'an attached file',
    make: () => onePage(HI, [stream(packedZeros(4000), '/Filter /FlateDecode')], attachedFiles(1)),
    fault: null,
    wholly: true,
  },
  {
    title: 'thirty attached files of a hundred megabytes each',
    make: () =>
      onePage(
        HI,
        Array.from({ length: 30 }, () => stream(packedZeros(100), '/Filter /FlateDecode')),
        attachedFiles(30),
      ),
    fault: 'unpacks_to_too_much',
  },
  {
    title: 'an attached file that is packed forty times',
    make: () =>
      onePage(
        HI,
        [stream(packedTimes(39, packedZeros(4000)), `/Filter [${repeated('/FlateDecode ', 40)}]`)],
        attachedFiles(1),
      ),
    fault: null,
    wholly: true,
  },
  {
    title: 'a page',
    make: () => onePage(stream(packedZeros(4000), '/Filter /FlateDecode')),
    fault: null,
    wholly: false,
  },
  {
    title: 'a page of words',
    make: () => onePage(packed(repeated(`${saying('ha')}\n`, 700_000))),
    fault: null,
    wholly: false,
  },
  {
    title: 'a page in three run lengths',
    make: () =>
      onePage(
        stream(
          Buffer.alloc(3_000_000, 0x81),
          '/Filter [/RunLengthDecode /RunLengthDecode /RunLengthDecode]',
        ),
      ),
    fault: null,
    wholly: false,
  },
  {
    title: 'an object stream',
    make: () =>
      madePdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R >>',
        stream(packedZeros(4000), '/Type /ObjStm /N 2 /First 10 /Filter /FlateDecode'),
      ]),
    fault: null,
    wholly: true,
  },
  {
    title: 'a cross-reference stream',
    make: () => tableStream('/W [1 2 1] /Size 1000000000 /Filter /FlateDecode', packedZeros(4000)),
    fault: 'takes_too_long',
  },
  {
    title: 'rows of two thousand million columns',
    make: () =>
      onePage(
        stream(
          packedZeros(10),
          '/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 >>',
        ),
      ),
    fault: null,
  },
];

import type { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import type { Pixels } from '../logo/pixels.ts';
import { addStream } from './stream.ts';

/** Adds a picture to a file (PDF 2.0, 8.9.5), its opacity as a mask (11.6.5.2). */
export function addPicture(
  context: PDFContext,
  { width, height, colours, opacity }: Pixels,
): PDFRef {
  const image = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: 8,
  } as const;
  const mask =
    opacity === null
      ? {}
      : { SMask: addStream(context, opacity, { ...image, ColorSpace: 'DeviceGray' }) };
  return addStream(context, colours, { ...image, ColorSpace: 'DeviceRGB', ...mask });
}

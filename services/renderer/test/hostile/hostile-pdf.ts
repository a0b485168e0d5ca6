import type { PdfFault } from '@laurel/core/pdf-fault';
import { saying, stream } from '../made-pdf.ts';

/** A PDF that declares, nests or unpacks to far more than it holds, and how it is answered. */
export type HostilePdf = {
  readonly title: string;
  readonly make: () => Uint8Array;
  /** Why it is refused; null where what can be read of it is. */
  readonly fault: PdfFault | null;
  /** False where its pages are called unread. */
  readonly wholly?: boolean;
};

/** A page that says something. */
export const HI = stream(saying('Hi'));

/** A text many times over. */
export function repeated(text: string, times: number): string {
  return text.repeat(times);
}

/** A file whose only object is its cross-reference stream (PDF 2.0, Section 7.5.8). */
export function tableStream(entries: string, bytes: Uint8Array = new Uint8Array()): Uint8Array {
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n<< /Type /XRef /Root 1 0 R /Length ${bytes.length} ${entries} >>\nstream\n`,
    ),
    bytes,
    Buffer.from('\nendstream\nendobj\nstartxref\n9\n%%EOF'),
  ]);
}

import { brotliCompressSync, gzipSync } from 'node:zlib';
import { aCredential } from '../../test/support/awarding.ts';
import { startLaurel } from '../../test/support/laurel.ts';
import { type Findings, loneFigure } from './figure.ts';

/** What a phone loads to see a credential, and what is taken away of one. */
export async function measureWeight(): Promise<Findings> {
  const laurel = await startLaurel();
  try {
    const { page } = await aCredential(laurel);
    const bytesOf = async (end: string) => {
      const answer = await fetch(`${page}${end}`, { headers: { accept: 'text/html' } });
      if (!answer.ok) throw new Error(`${end} was answered ${answer.status}`);
      return Buffer.from(await answer.arrayBuffer());
    };
    const html = await bytesOf('');
    const files = ['.json', '.jwt?profile=vc-jose', '.pdf', '.png', '.svg'];
    const figures = [
      loneFigure('the page, as it is', 'bytes', [html.length]),
      loneFigure('the page, gzip', 'bytes', [gzipSync(html).length]),
      loneFigure('the page, brotli', 'bytes', [brotliCompressSync(html).length]),
    ];
    for (const end of files) {
      figures.push(loneFigure(`\`${end}\``, 'bytes', [(await bytesOf(end)).length]));
    }
    return {
      title: 'Weight',
      method: [
        'A credential’s page as it is sent, and as it is compressed on the way: one request, with its style in it, no script and no font. A test holds it to 14 KiB compressed. Then each form of the same credential.',
      ],
      figures,
    };
  } finally {
    await laurel.stop();
  }
}

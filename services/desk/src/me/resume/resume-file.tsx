import { dayOf } from '@laurel/core/day';
import { usualPaperSize } from '@laurel/core/usual-paper';
import type { Reader } from '@laurel/http/reader';
import { htmlResponse } from '@laurel/pages/document';
import { Layout } from '@laurel/pages/layout';
import type { Desk } from '../../env.ts';
import { RESUME_PATH } from './choose-page.tsx';
import { jsonResume } from './json-resume.ts';
import { letterFacts } from './letter-facts.ts';
import { plainText } from './plain-text.ts';
import { ResumeSheet } from './resume-sheet.tsx';
import type { TypedResume } from './typed-resume.ts';

/** What a résumé is taken away as. */
export const RESUME_FILES = ['letter', 'text', 'json', 'page'] as const;
export type ResumeFile = (typeof RESUME_FILES)[number];

/** A résumé as a file, or as a page to be printed. File names tell of nobody. */
export async function resumeFile(
  desk: Desk,
  file: ResumeFile,
  resume: TypedResume,
  reader: Reader,
): Promise<Response> {
  const today = dayOf(desk.nowSeconds);
  switch (file) {
    case 'letter': {
      const size = usualPaperSize(reader.languages);
      const facts = await letterFacts(desk, resume, today, size);
      const pdf = await desk.renderer.renderLetter(facts);
      return download(new Uint8Array(pdf), 'application/pdf', 'letter.pdf');
    }
    case 'text':
      return download(plainText(resume), 'text/plain; charset=utf-8', 'resume.txt');
    case 'json': {
      const text = `${JSON.stringify(jsonResume(resume, today), null, 2)}\n`;
      return download(text, 'application/json', 'resume.json');
    }
    case 'page':
      return htmlResponse(
        <Layout title={reader.messages.message('resume-title')} path={RESUME_PATH} reader={reader}>
          <h1 class="aside">{reader.messages.message('resume-title')}</h1>
          <ResumeSheet resume={resume} />
        </Layout>,
        reader,
      );
  }
}

function download(body: string | Uint8Array<ArrayBuffer>, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
}

import { writeFileSync } from 'node:fs';
import { createCanvas } from '@napi-rs/canvas';
import { build } from '../../development/build.ts';
import type { CertificateFacts } from '../../packages/contracts/src/renderer-rpc.ts';
import type { Paper } from '../../packages/core/src/paper.ts';
import { facts } from '../../services/renderer/test/facts.ts';
import { pageImage } from '../../services/renderer/test/opened-pdf.ts';
import { startRenderer } from '../../services/renderer/test/workerd.ts';

const PIXELS_PER_POINT = 0.9;

const SIGNATORIES = [
  { name: 'Adaeze Nwankwo', office: 'Programme coordinator' },
  { name: 'রাহেলা সুলতানা', office: 'Chair' },
];

const ARABIC = {
  language: 'ar',
  achievementName: 'مدرّب ورش العمل',
  achievementDescription: 'أتمّ التدريب للذين يعلّمون القادمين الجدد في ورش العمل.',
  criteria: 'شارك في اليومين، ودرّس جلسة مدتها عشرون دقيقة، وتلقّى ملاحظات مكتوبة من مدرّبَين.',
  doesNotMean: 'ليس رخصة للتدريس ولا حكمًا على التعديلات، ولا يمنح حقوقًا في أي ويكي.',
  issuerName: 'ويكيميديون من تامالي',
};

type Picture = { readonly facts: CertificateFacts; readonly paper: Paper };

const PICTURES: Readonly<Record<string, Picture>> = {
  certificate: {
    facts: facts({ signatories: SIGNATORIES }),
    paper: { size: 'a4', orientation: 'landscape' },
  },
  'certificate-in-two': {
    facts: facts({ second: ARABIC, theme: 'design-for-access' }),
    paper: { size: 'letter', orientation: 'portrait' },
  },
};

/** Pictures of certificates of invented people. */
export async function certificatePictures(directory: string): Promise<void> {
  const { renderer, stop } = await startRenderer(`${await build()}/laurel-renderer`);
  try {
    for (const [name, picture] of Object.entries(PICTURES)) {
      const pdf = await renderer.renderPdf(picture.facts, picture.paper);
      const image = await pageImage(pdf, PIXELS_PER_POINT);
      const canvas = createCanvas(image.width, image.height);
      canvas.getContext('2d').putImageData(image, 0, 0);
      writeFileSync(`${directory}/${name}.png`, canvas.toBuffer('image/png'));
    }
  } finally {
    await stop();
  }
}

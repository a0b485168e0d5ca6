/** Reads the text of a QR code out of a picture; null where there is none to be read. */
export type ReadQr = (picture: HTMLVideoElement | ImageBitmap) => Promise<string | null>;

/** Shape Detection API (WICG), Section 2.2, as far as it is used. */
type Detector = {
  readonly detect: (
    picture: CanvasImageSource,
  ) => Promise<readonly { readonly rawValue: string }[]>;
};
type DetectorClass = {
  readonly getSupportedFormats: () => Promise<readonly string[]>;
  new (options: { readonly formats: readonly string[] }): Detector;
};
declare global {
  interface Window {
    readonly BarcodeDetector?: DetectorClass;
  }
}

/** The browser's own reader, where it has one for QR codes; else one that is fetched from here, once it is needed. */
export async function qrReader(): Promise<ReadQr> {
  return (await ownReader()) ?? (await fetchedReader());
}

async function ownReader(): Promise<ReadQr | null> {
  const { BarcodeDetector } = window;
  if (BarcodeDetector === undefined) return null;
  const formats = await BarcodeDetector.getSupportedFormats().catch((): readonly string[] => []);
  if (!formats.includes('qr_code')) return null;
  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  return async (picture) => {
    const [found] = await detector.detect(picture).catch(() => []);
    return found?.rawValue ?? null;
  };
}

/** Codes are read from pictures no larger than this: photographs have many more pixels than they need. */
const MAX_PIXELS_A_SIDE = 1600;

/** What may be spent on one picture; the next comes soon. */
const MAX_MS = 200;

async function fetchedReader(): Promise<ReadQr> {
  const { default: decode } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (picture) => {
    const [width, height] = sizeOf(picture);
    const scale = Math.min(1, MAX_PIXELS_A_SIDE / Math.max(width, height));
    if (context === null || width === 0) return null;
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    try {
      const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
      return decode(pixels, { timeLimit: MAX_MS });
    } catch {
      return null;
    }
  };
}

function sizeOf(picture: HTMLVideoElement | ImageBitmap): readonly [number, number] {
  return picture instanceof HTMLVideoElement
    ? [picture.videoWidth, picture.videoHeight]
    : [picture.width, picture.height];
}

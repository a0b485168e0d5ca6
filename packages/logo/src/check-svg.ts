import type { LogoFault } from '@laurel/core/logo-fault';
import { ok, type Result, refuse } from '@laurel/core/result';
import { readSvg } from './read-svg.ts';
import type { SvgNode } from './svg-node.ts';
import { drawnElements } from './svg-weight.ts';
import { writeSvg } from './write-svg.ts';

/** What a phone draws without a pause. */
const MAX_DRAWN = 20_000;

/** An SVG as it may be served: UTF-8, written anew from what draws. */
export function checkSvg(bytes: Uint8Array): Result<Uint8Array, LogoFault> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return refuse({ fault: 'svg_damaged', line: 1 });
  }
  const read = readSvg(text);
  if (!read.ok) return read;
  const sized = withViewBox(read.value);
  if (sized === null) return refuse({ fault: 'svg_no_size', line: read.value.line });
  if (drawnElements(sized) > MAX_DRAWN) return refuse({ fault: 'svg_too_complex' });
  return ok(new TextEncoder().encode(writeSvg(sized)));
}

/** Without a viewBox a drawing is not scaled but cut; its width and height say the same. */
function withViewBox(root: SvgNode): SvgNode | null {
  const named = new Map(root.attributes);
  if (named.has('viewBox')) return root;
  const [width, height] = ['width', 'height'].map((side) =>
    Number(/^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(named.get(side) ?? '')?.[1]),
  );
  return width !== undefined && height !== undefined && width > 0 && height > 0
    ? { ...root, attributes: [...root.attributes, ['viewBox', `0 0 ${width} ${height}`]] }
    : null;
}

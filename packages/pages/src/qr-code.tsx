import { encode } from 'uqr';

/** Modules of white that a reader needs round a code (ISO/IEC 18004, Section 6.3.8). */
const QUIET_MODULES = 4;

/**
 * A QR code at error correction level M: 15 % of a printed one may be spoilt. Dark modules beside each
 * other are one step of the path, as a sheet has hundreds of codes. What it says stands beside it.
 */
export function QrCode({ text }: { readonly text: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_MODULES });
  const path = data
    .map((row, y) =>
      [
        ...row
          .map((dark) => (dark ? '1' : '0'))
          .join('')
          .matchAll(/1+/g),
      ]
        .map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
        .join(''),
    )
    .join('');
  return (
    <svg viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" aria-hidden="true">
      <path fill="#fff" d={`M0 0h${size}v${size}h-${size}z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}

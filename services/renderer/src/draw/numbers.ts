/** A number as PDF writes it (PDF 2.0, 7.3.3): no exponent, no more digits than any printer shows. */
export function written(value: number, decimals = 2): string {
  const rounded = value.toFixed(decimals);
  const short = rounded.includes('.') ? rounded.replace(/\.?0+$/, '') : rounded;
  return short === '-0' || short === '' ? '0' : short;
}

/** `#rrggbb` as the operands of `rg` (PDF 2.0, 8.6.8). */
export function writtenColour(hex: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return channels.map((channel) => written(channel, 4)).join(' ');
}

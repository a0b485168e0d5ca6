import type { Figure, Findings } from './figure.ts';
import { ratioText } from './written.ts';

const WIDTH = 720;
const ROW = 44;
const TOP = 40;
const BAR_LEFT = 12;
const BAR_WIDTH = WIDTH - 110;

/**
 * How many times better each figure is than its peer, as bars on a logarithmic scale, with the line at 1 where both are alike. It is
 * read aloud by its title and description, and takes the colours of the reader's scheme.
 */
export function ratioPlot(findings: readonly Findings[]): string {
  const rows = findings.flatMap(({ figures }) => figures.filter(hasRatio));
  const ratios = rows.map(({ ratio }) => ratio.median);
  const low = Math.min(0.5, ...ratios);
  const high = Math.max(2, ...ratios);
  const at = (ratio: number) =>
    BAR_LEFT + (Math.log(ratio / low) / Math.log(high / low)) * BAR_WIDTH;
  const height = TOP + rows.length * ROW + 12;
  const told = rows.map(
    ({ what, peer, ratio }) => `${plain(what)}: ${ratioText(ratio.median)} times ${peer.name}`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title desc">`,
    '<title id="title">How many times better than its peer Laurel is</title>',
    `<desc id="desc">${escaped(`Medians on a logarithmic scale. ${told.map(plain).join('; ')}.`)}</desc>`,
    '<style>text { font: 13px system-ui, sans-serif; fill: #202122; } .quiet { fill: #54595d; font-size: 11px; }',
    '.bar { fill: #2a6b4f; } .less { fill: #a2541a; } line { stroke: #54595d; stroke-dasharray: 3 3; }',
    '@media (prefers-color-scheme: dark) { text { fill: #eaecf0; } .quiet { fill: #a2a9b1; } .bar { fill: #6fc29b; } .less { fill: #e2a06a; } line { stroke: #a2a9b1; } }</style>',
    `<text class="quiet" x="${at(1) + 4}" y="14">alike</text>`,
    `<line x1="${at(1)}" x2="${at(1)}" y1="4" y2="${height - 4}"/>`,
    ...rows.map((figure, row) => barOf(figure, TOP + row * ROW, at)),
    '</svg>\n',
  ].join('\n');
}

type Compared = Figure & {
  readonly peer: NonNullable<Figure['peer']>;
  readonly ratio: NonNullable<Figure['ratio']>;
};

function hasRatio(figure: Figure): figure is Compared {
  return figure.peer !== null && figure.ratio !== null;
}

function barOf({ what, peer, ratio }: Compared, y: number, at: (ratio: number) => number): string {
  const [from, to] = [at(1), at(ratio.median)];
  const x = Math.min(from, to);
  const kind = ratio.median < 1 ? 'less' : 'bar';
  return [
    `<text x="${BAR_LEFT}" y="${y}">${escaped(plain(what))} <tspan class="quiet">beside ${escaped(plain(peer.name))}</tspan></text>`,
    `<rect class="${kind}" x="${x.toFixed(1)}" y="${y + 6}" width="${Math.max(1, Math.abs(to - from)).toFixed(1)}" height="14" rx="2"/>`,
    `<text x="${(Math.max(from, to) + 6).toFixed(1)}" y="${y + 18}">${ratioText(ratio.median)} ×</text>`,
  ].join('');
}

function plain(markdown: string): string {
  return markdown.replaceAll('`', '');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

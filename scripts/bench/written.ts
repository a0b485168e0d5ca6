import type { Figure, Findings, Spread, Table, Unit } from './figure.ts';

/** Findings as Markdown: what was done, the figures, and what else there is to see. */
export function findingsText({ title, method, figures, tables = [] }: Findings): string {
  return [
    `## ${title}`,
    ...method,
    tableText({
      title: '',
      head: ['', 'unit', 'Laurel', 'beside', 'peer', 'times better', 'runs'],
      rows: figures.map(rowOf),
    }),
    ...tables.map(tableText),
  ].join('\n\n');
}

function rowOf({ what, unit, ours, peer, ratio }: Figure): readonly string[] {
  return [
    what,
    unit,
    spreadText(ours, unit),
    peer === null ? '–' : peer.name,
    peer === null ? '–' : spreadText(peer.measured, unit),
    ratio === null ? '–' : `**${ratioText(ratio.median)}**${rangeText(ratio, ratioText)}`,
    String(ours.runs),
  ];
}

function tableText({ title, head, rows }: Table): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return [...(title === '' ? [] : [`${title}:`, '']), ...lines].join('\n');
}

/** A median, and from what to what it went where there were several runs. */
function spreadText(spread: Spread, unit: Unit): string {
  const text = (value: number) => valueText(value, unit);
  return `${text(spread.median)}${rangeText(spread, text)}`;
}

function rangeText({ least, most, runs }: Spread, text: (value: number) => string): string {
  return runs === 1 ? '' : ` (${text(least)} to ${text(most)})`;
}

function valueText(value: number, unit: Unit): string {
  if (unit === 'bytes') return value.toLocaleString('en');
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** To so many digits as the noise leaves. */
export function ratioText(ratio: number): string {
  return ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(1);
}

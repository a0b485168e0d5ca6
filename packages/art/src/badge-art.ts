import { type ArtSubject, artOf } from './art.ts';
import { BORDER, borderLine } from './border.ts';
import { rosetteLine } from './rosette.ts';
import { CENTRE, circle, type Line, type Shape, type Tone } from './shape.ts';
import { symbolShapes } from './symbols.ts';

/** Shapes and lines under one scale around the centre of the square. */
export type Layer = { readonly scale: number; readonly drawn: readonly (Shape | Line)[] };

/** What a badge is made from. Its fine lines grow from the seed. */
export type BadgeSubject = ArtSubject & { readonly artSeed: string };

/** A badge from the ground up: the border of the theme, the fine lines of the achievement, the emblem. */
export function badgeLayers({ kind, theme, artSeed }: BadgeSubject): readonly Layer[] {
  return [
    {
      scale: 1,
      drawn: [
        { path: circle(CENTRE, BORDER.edge), tone: 'light' },
        { path: circle(CENTRE, BORDER.outer), tone: 'dark' },
        borderLine(theme),
        { path: circle(CENTRE, BORDER.inner), tone: 'paper' },
        { path: circle(CENTRE, BORDER.inner - 5), tone: 'pale' },
      ],
    },
    { scale: 0.94, drawn: [rosetteLine(artSeed)] },
    { scale: 0.92, drawn: artOf({ kind, theme }).emblem },
  ];
}

/** A badge for the size of an icon: its symbol alone, light on dark, as large as the disc allows. */
export function smallBadgeLayers({ kind }: ArtSubject): readonly Layer[] {
  return [
    {
      scale: 1,
      drawn: [
        { path: circle(CENTRE, BORDER.edge), tone: 'light' },
        { path: circle(CENTRE, BORDER.edge - 12), tone: 'dark' },
      ],
    },
    {
      scale: 1.72,
      drawn: symbolShapes(kind).map((shape) => ({ ...shape, tone: ON_DARK[shape.tone] })),
    },
  ];
}

const ON_DARK: Readonly<Record<Tone, Tone>> = {
  dark: 'paper',
  mid: 'light',
  light: 'mid',
  pale: 'dark',
  paper: 'dark',
};

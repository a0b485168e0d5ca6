/** @jsxImportSource react */

import { PDFDocument } from '@cantoo/pdf-lib';
import type { Art } from '@laurel/art/art';
import { colourOf, type Line, type Shape } from '@laurel/art/shape';
import { Document, Page, Path, pdf, Svg, View } from '@react-pdf/renderer';
import { FRAME_INSET, type Sheet } from './page.ts';

/** What every certificate of an art is drawn on: page 0 has the border of a sheet, page 1 the emblem alone. */
export type Stationery = PDFDocument;

/** The emblem's page is a square with sides of so many points, and units of the art. */
export const EMBLEM_SIDE = 440;

/** The art of the page: its emblem, and the fine lines behind it. */
export type PageArt = Art & { readonly lines: readonly Line[] };

/** A day that no certificate shows: the file's own dates are set when it is filled. */
const UNDATED = new Date(0);

const drawn = new Map<string, Promise<Stationery>>();
/** Sheets are four, and arts as many as achievements; beyond so many all are drawn anew. */
const MAX_DRAWN = 40;

/** Draws the stationery of an art, once in a Worker's life: nothing on it is of a person. */
export async function stationeryFor(art: PageArt, sheet: Sheet): Promise<Stationery> {
  const key = JSON.stringify([sheet.width, sheet.height, art]);
  const stationery = drawn.get(key) ?? draw(art, sheet);
  if (drawn.size >= MAX_DRAWN) drawn.clear();
  drawn.set(key, stationery);
  try {
    return await stationery;
  } catch (defect) {
    drawn.delete(key);
    throw defect;
  }
}

async function draw(art: PageArt, sheet: Sheet): Promise<Stationery> {
  const blob = await pdf(
    <Document creationDate={UNDATED} modificationDate={UNDATED}>
      <Page size={[sheet.width, sheet.height]}>
        <Border inset={FRAME_INSET} thickness={1.4} colour={art.palette.dark} sheet={sheet} />
        <Border inset={FRAME_INSET + 5} thickness={0.5} colour={art.palette.mid} sheet={sheet} />
      </Page>
      <Page size={[EMBLEM_SIDE, EMBLEM_SIDE]}>
        <Emblem art={art} />
      </Page>
    </Document>,
  ).toBlob();
  return PDFDocument.load(await blob.arrayBuffer(), { updateMetadata: false });
}

type BorderProps = {
  readonly inset: number;
  readonly thickness: number;
  readonly colour: string;
  readonly sheet: Sheet;
};

function Border({ inset, thickness, colour, sheet }: BorderProps) {
  return (
    <View
      style={{
        position: 'absolute',
        left: inset,
        top: inset,
        width: sheet.width - 2 * inset,
        height: sheet.height - 2 * inset,
        borderWidth: thickness,
        borderColor: colour,
      }}
    />
  );
}

/** The wreath spans the square from 36 to 476 of the art's 512 units. */
function Emblem({ art }: { readonly art: PageArt }) {
  const colour = ({ tone }: Shape) => colourOf(tone, art.palette);
  return (
    <Svg width={EMBLEM_SIDE} height={EMBLEM_SIDE} viewBox={`36 36 ${EMBLEM_SIDE} ${EMBLEM_SIDE}`}>
      {art.lines.map((line) => (
        <Path
          key={line.path}
          d={line.path}
          fill="none"
          stroke={colour(line)}
          strokeWidth={line.strokeWidth}
        />
      ))}
      {art.emblem.map((shape) => (
        <Path key={shape.path} d={shape.path} fill={colour(shape)} />
      ))}
    </Svg>
  );
}

/** @jsxImportSource react */

import { type Art, type ArtSubject, artOf } from '@laurel/art/art';
import { PAPER } from '@laurel/art/palette';
import type { Direction } from '@laurel/core/language';
import { Document, Page, Path, pdf, Svg, View } from '@react-pdf/renderer';
import { MARGIN, PAGE, RAIL_WIDTH } from './page.ts';

const FRAME_INSET = 24;
/** A day that no certificate shows: the file's own dates are set when it is filled. */
const UNDATED = new Date(0);

const drawn = new Map<string, Promise<ArrayBuffer>>();

/**
 * The page without its texts: a PDF of its paper, frame and emblem. It is the same for every certificate
 * of one art and direction, and drawn once in a Worker's life.
 */
export function framePdf(subject: ArtSubject, direction: Direction): Promise<ArrayBuffer> {
  const key = keyOf(subject, direction);
  const frame = drawn.get(key) ?? draw(subject, direction);
  drawn.set(key, frame);
  return frame;
}

function keyOf({ kind, theme }: ArtSubject, direction: Direction): string {
  return `${kind} ${theme} ${direction}`;
}

async function draw(subject: ArtSubject, direction: Direction): Promise<ArrayBuffer> {
  try {
    const blob = await pdf(frameDocument(artOf(subject), direction)).toBlob();
    return await blob.arrayBuffer();
  } catch (defect) {
    drawn.delete(keyOf(subject, direction));
    throw defect;
  }
}

function frameDocument(art: Art, direction: Direction) {
  return (
    <Document creationDate={UNDATED} modificationDate={UNDATED}>
      <Page size={[PAGE.width, PAGE.height]} style={{ backgroundColor: PAPER }}>
        <Frame palette={art.palette} />
        <Emblem art={art} direction={direction} />
      </Page>
    </Document>
  );
}

function Frame({ palette }: Pick<Art, 'palette'>) {
  const { dark, mid } = palette;
  const frame = (inset: number, borderWidth: number, borderColor: string) => (
    <View
      style={{
        position: 'absolute',
        left: inset,
        top: inset,
        width: PAGE.width - 2 * inset,
        height: PAGE.height - 2 * inset,
        borderWidth,
        borderColor,
      }}
    />
  );
  return (
    <>
      {frame(FRAME_INSET, 1.4, dark)}
      {frame(FRAME_INSET + 5, 0.5, mid)}
    </>
  );
}

type EmblemProps = { readonly art: Art; readonly direction: Direction };

/** The wreath spans the square from 36 to 476 of the art's 512 units. */
function Emblem({ art, direction }: EmblemProps) {
  const colours = { ...art.palette, paper: PAPER };
  const fromEnd = PAGE.width - MARGIN.right - RAIL_WIDTH;
  const left = direction === 'ltr' ? fromEnd : MARGIN.right;
  return (
    <View style={{ position: 'absolute', left, top: MARGIN.top }}>
      <Svg width={RAIL_WIDTH} height={RAIL_WIDTH} viewBox="36 36 440 440">
        {art.emblem.map(({ path, tone }) => (
          <Path key={path} d={path} fill={colours[tone]} />
        ))}
      </Svg>
    </View>
  );
}

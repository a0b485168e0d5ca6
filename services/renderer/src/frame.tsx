/** @jsxImportSource react */
import type { AchievementKind } from '@laurel/core/achievement';
import type { Direction } from '@laurel/core/language';
import { Document, Page, Path, pdf, Svg, View } from '@react-pdf/renderer';
import { PALETTES, PAPER } from './art/palette.ts';
import { symbolShapes } from './art/symbols.ts';
import { wreathShapes } from './art/wreath.ts';
import { MARGIN, PAGE, RAIL_WIDTH } from './page.ts';

const FRAME_INSET = 24;
/** A day that no certificate shows: the file's own dates are set when it is filled. */
const UNDATED = new Date(0);

const drawn = new Map<string, Promise<ArrayBuffer>>();

/**
 * The page without its texts: a PDF of its paper, frame and emblem. It is the same for every certificate
 * of a kind and a direction, and drawn once in a Worker's life.
 */
export function framePdf(kind: AchievementKind, direction: Direction): Promise<ArrayBuffer> {
  const key = `${kind} ${direction}`;
  const frame = drawn.get(key) ?? draw(kind, direction);
  drawn.set(key, frame);
  return frame;
}

async function draw(kind: AchievementKind, direction: Direction): Promise<ArrayBuffer> {
  try {
    const blob = await pdf(frameDocument(kind, direction)).toBlob();
    return await blob.arrayBuffer();
  } catch (defect) {
    drawn.delete(`${kind} ${direction}`);
    throw defect;
  }
}

function frameDocument(kind: AchievementKind, direction: Direction) {
  return (
    <Document creationDate={UNDATED} modificationDate={UNDATED}>
      <Page size={[PAGE.width, PAGE.height]} style={{ backgroundColor: PAPER }}>
        <Frame kind={kind} />
        <Emblem kind={kind} direction={direction} />
      </Page>
    </Document>
  );
}

function Frame({ kind }: { readonly kind: AchievementKind }) {
  const { dark, mid } = PALETTES[kind];
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

type EmblemProps = { readonly kind: AchievementKind; readonly direction: Direction };

/** The wreath spans the square from 36 to 476 of the art's 512 units. */
function Emblem({ kind, direction }: EmblemProps) {
  const colours = { ...PALETTES[kind], paper: PAPER };
  const fromEnd = PAGE.width - MARGIN.right - RAIL_WIDTH;
  const left = direction === 'ltr' ? fromEnd : MARGIN.right;
  return (
    <View style={{ position: 'absolute', left, top: MARGIN.top }}>
      <Svg width={RAIL_WIDTH} height={RAIL_WIDTH} viewBox="36 36 440 440">
        {[...wreathShapes(), ...symbolShapes(kind)].map(({ path, tone }) => (
          <Path key={path} d={path} fill={colours[tone]} />
        ))}
      </Svg>
    </View>
  );
}

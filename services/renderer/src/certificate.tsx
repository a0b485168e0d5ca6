/** @jsxImportSource react */
import type { AchievementKind } from '@laurel/core/achievement';
import { Document, Link, Page, Path, Svg, Text, View } from '@react-pdf/renderer';
import { INK, PALETTES, PAPER, QUIET_INK } from './art/palette.ts';
import { symbolShapes } from './art/symbols.ts';
import { wreathShapes } from './art/wreath.ts';
import type { FittedCell } from './cells.ts';
import type { CertificateLayout } from './certificate-layout.ts';
import type { FittedText } from './fit.ts';
import { FONT_FAMILY, FONT_FEATURES, WEIGHTS, type Weight } from './fonts.ts';
import {
  COLUMN_GAP,
  columnsWidth,
  FOOT_BOTTOM,
  FOOT_WIDTH,
  LINE_GAP,
  MAIN_HEIGHT,
  MAIN_WIDTH,
  MARGIN,
  NOTE_PADDING,
  PAGE,
  QR_SIDE,
  RAIL_WIDTH,
  ROW_GAP,
  RULE,
} from './page.ts';

const FRAME_INSET = 24;

/** The page as a document of the PDF engine. It only places what the layout has measured. */
export function certificateDocument(
  layout: CertificateLayout,
  kind: AchievementKind,
  issued: Date,
) {
  return (
    <Document creationDate={issued} modificationDate={issued}>
      <Page
        size={[PAGE.width, PAGE.height]}
        style={{ fontFamily: FONT_FAMILY, backgroundColor: PAPER }}
      >
        <Frame kind={kind} />
        <Main layout={layout} kind={kind} />
        <Rail layout={layout} kind={kind} />
        <Foot text={layout.foot} />
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

type Ink = { readonly weight?: Weight; readonly color?: string; readonly centred?: boolean };

function Lines({
  text,
  weight = 'regular',
  color = INK,
  centred = false,
}: Ink & { readonly text: FittedText }) {
  return (
    <View>
      {text.lines.map((line, index) => (
        // The Text is taken out of the flow: squeezed a hair below its line's height, it draws nothing.
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity, and are drawn once
        <View key={index} style={{ height: text.size * text.leading }}>
          <Text
            style={{
              position: 'absolute',
              left: 0,
              right: 0,
              top: 0,
              fontSize: text.size,
              lineHeight: text.leading,
              fontWeight: WEIGHTS[weight],
              fontFeatureSettings: FONT_FEATURES,
              color,
              textAlign: centred ? 'center' : 'left',
            }}
          >
            {line}
          </Text>
        </View>
      ))}
    </View>
  );
}

type Part = { readonly layout: CertificateLayout; readonly kind: AchievementKind };

function Main({ layout, kind }: Part) {
  const { dark, mid } = PALETTES[kind];
  const ruled = {
    borderTopWidth: RULE.thickness,
    borderTopColor: mid,
    paddingTop: RULE.padding,
  };
  return (
    <View
      style={{
        position: 'absolute',
        left: MARGIN.left,
        top: MARGIN.top,
        width: MAIN_WIDTH,
        height: MAIN_HEIGHT,
        justifyContent: 'space-between',
      }}
    >
      <View>
        <Lines text={layout.heading} weight="bold" color={dark} />
        {layout.notes.map((note) => (
          <Note key={note.lines.join()} text={note} kind={kind} />
        ))}
      </View>
      <View style={{ gap: LINE_GAP }}>
        <Lines text={layout.holderLabel} color={QUIET_INK} />
        <Lines text={layout.holder} weight={layout.holderWeight} />
        {layout.holderNote === null ? null : <Lines text={layout.holderNote} color={QUIET_INK} />}
      </View>
      <View style={{ gap: LINE_GAP }}>
        <Lines text={layout.achievementLabel} color={QUIET_INK} />
        <Lines text={layout.achievement} weight="bold" color={dark} />
        {layout.description === null ? null : <Lines text={layout.description} />}
      </View>
      <View style={{ ...ruled, gap: ROW_GAP }}>
        {layout.rows.map((row) => (
          <View key={row[0]?.label.lines.join()} style={{ flexDirection: 'row', gap: COLUMN_GAP }}>
            {row.map((cell) => (
              <FactCell key={cell.label.lines.join()} cell={cell} />
            ))}
          </View>
        ))}
      </View>
      <View style={{ ...ruled, flexDirection: 'row', gap: COLUMN_GAP }}>
        {layout.statements.map(({ label, text }) => (
          <View key={label.lines.join()} style={{ width: layout.statementWidth }}>
            <Lines text={label} weight="bold" color={dark} />
            <Lines text={text} color={QUIET_INK} />
          </View>
        ))}
      </View>
    </View>
  );
}

function Note({ text, kind }: { readonly text: FittedText; readonly kind: AchievementKind }) {
  const { dark, pale } = PALETTES[kind];
  return (
    <View
      style={{
        marginTop: NOTE_PADDING.above,
        paddingVertical: NOTE_PADDING.vertical,
        paddingHorizontal: NOTE_PADDING.horizontal,
        borderRadius: 3,
        backgroundColor: pale,
      }}
    >
      <Lines text={text} weight="bold" color={dark} />
    </View>
  );
}

function FactCell({ cell }: { readonly cell: FittedCell }) {
  return (
    <View style={{ width: columnsWidth(cell.span) }}>
      <Lines text={cell.label} color={QUIET_INK} />
      <Lines text={cell.value} weight={cell.weight} />
      {cell.iso === null ? null : <Lines text={cell.iso} color={QUIET_INK} />}
    </View>
  );
}

function Rail({ layout, kind }: Part) {
  return (
    <View
      style={{
        position: 'absolute',
        left: PAGE.width - MARGIN.right - RAIL_WIDTH,
        top: MARGIN.top,
        width: RAIL_WIDTH,
        height: MAIN_HEIGHT,
        justifyContent: 'space-between',
      }}
    >
      <Emblem kind={kind} />
      <View style={{ gap: 5 }}>
        <Svg
          width={QR_SIDE}
          height={QR_SIDE}
          viewBox={`0 0 ${layout.qr.side} ${layout.qr.side}`}
          style={{ alignSelf: 'center', marginBottom: 10 }}
        >
          <Path d={layout.qr.path} fill={INK} />
        </Svg>
        <Lines text={layout.checkLabel} weight="bold" centred />
        <Lines text={layout.check} color={QUIET_INK} centred />
        <Link src={layout.texts.url} style={{ textDecoration: 'none' }}>
          <Lines text={layout.url} weight="bold" centred />
        </Link>
      </View>
    </View>
  );
}

/** The wreath spans the square from 36 to 476 of the art's 512 units. */
function Emblem({ kind }: { readonly kind: AchievementKind }) {
  const colours = { ...PALETTES[kind], paper: PAPER };
  return (
    <Svg width={RAIL_WIDTH} height={RAIL_WIDTH} viewBox="36 36 440 440">
      {[...wreathShapes(), ...symbolShapes(kind)].map(({ path, tone }) => (
        <Path key={path} d={path} fill={colours[tone]} />
      ))}
    </Svg>
  );
}

function Foot({ text }: { readonly text: FittedText }) {
  return (
    <View
      style={{ position: 'absolute', left: MARGIN.left, bottom: FOOT_BOTTOM, width: FOOT_WIDTH }}
    >
      <Lines text={text} color={QUIET_INK} />
    </View>
  );
}

import { LEADING } from './measure.ts';
import {
  CREST_MM,
  LOGO_MM,
  LOGO_WIDTH_MM,
  PADDING_MM,
  QR_MM,
  RAIL_GAP_MM,
  RAIL_MM,
} from './print-page.ts';
import { COLUMN_GAP, COLUMNS, GAP, LEGIBLE, SIZES } from './sizes.ts';

/** On a screen: one below the other, at sizes to read. Always ink on paper, as the print will be. */
const ON_SCREEN = `
.sheet{color-scheme:light;background:#fff;color:#1d2125;padding:1.25rem;border:2px solid var(--dark);outline:1px solid var(--mid);outline-offset:-7px;border-radius:.15rem;margin-block:1.5rem;text-wrap:pretty}
.sheet .emblem{display:block;inline-size:min(6.5rem,100%);margin:.25rem auto 1rem}
.sheet .main,.sheet .columns,.sheet .check{grid-template-columns:minmax(0,1fr)}
.sheet .main{display:grid;gap:1.5rem}
.sheet p,.sheet ul,.sheet dl,.sheet dd,.sheet dt,.sheet h1,.sheet h2,.sheet h3{margin:0}
.sheet header{display:flex;flex-wrap:wrap-reverse;gap:.5rem 1rem;justify-content:space-between;align-items:flex-start}
.sheet .issuer{inline-size:4rem;block-size:4rem;object-fit:contain;flex:none}
.sheet h1{font:inherit;font-weight:600;font-size:1.25rem;color:var(--dark)}
.sheet .line{display:block}
.sheet .labels{display:flex;flex-wrap:wrap;gap:0 .8em}
.sheet .notice{border:1px solid var(--dark);color:var(--dark);font-weight:600;font-size:.875rem;padding:.3rem .6rem;margin-block-start:.5rem}
.sheet .label,.sheet .small-print,.sheet dt,.sheet .iso,.sheet>footer{color:#5a6168;font-size:.875rem}
.sheet .name{font-weight:600;font-size:1.75rem}
.sheet .sentence{font-size:1.25rem}
.sheet .achievement{font:inherit;font-weight:600;font-size:1.35rem;color:var(--dark)}
.sheet .description{margin-block-start:.4rem}
.sheet .columns,.sheet .statements>div{display:grid;gap:1.25rem}
.sheet .facts{display:grid;grid-template-columns:1fr;gap:.9rem;border-block-start:1px solid var(--mid);padding-block-start:1rem}
.sheet dd{font-weight:600}
.sheet .listed dd,.sheet .iso{font-weight:400}
.sheet time{display:inline-block}
.sheet .facts ul,.sheet .signatories ul{list-style:none;padding:0}
.sheet .facts li{display:inline;margin:0}
.sheet .facts li+li::before{content:" · "}
.sheet .statements{display:grid;gap:1.25rem;border-block-start:1px solid var(--mid);padding-block-start:1rem;font-size:.9375rem}
.sheet h3{font:inherit;font-weight:600;color:var(--dark)}
.sheet .signatories ul{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(10rem,100%),1fr));gap:.75rem 1.5rem}
.sheet .signatories li{border-block-start:1px solid #1d2125;padding-block-start:.3rem;margin:.8rem 0 0}
.sheet .check{display:grid;gap:.8rem;justify-items:start;margin-block-start:1.5rem;border-block-start:1px solid var(--mid);padding-block-start:1.25rem}
.sheet .check svg{inline-size:min(9rem,100%);block-size:auto}
.sheet .check h2{font:inherit;font-weight:600}
.sheet .check p{font-size:.875rem;color:#5a6168;margin-block-start:.3rem}
.sheet .address a{color:#1d2125;font-weight:600;overflow-wrap:anywhere}
.sheet>footer{border:0;margin-block-start:1.25rem}
.further h2{font:inherit;font-weight:600;color:var(--dark)}
.sheet bdi{line-height:${LEADING.plain}}
${leading('tall')}${leading('taller')}${leading('tallest')}
`;

function leading(height: keyof typeof LEADING): string {
  return `.sheet .${height}{line-height:${LEADING[height]}}\n`;
}

const sized = (size: number, share: string) =>
  `font-size:max(${LEGIBLE}pt,${size}pt*var(${share}))`;
const small = (size: number) => sized(size, '--small');
const large = (size: number) => sized(size, '--large');

/**
 * On paper: a frame that fills the sheet, and in it the texts at the sizes that were reckoned for them. No
 * ground but white: browsers leave grounds out.
 */
const IN_PRINT = `
.top,body>footer,.skip,.unprinted{display:none}
html,body,main{display:block;background:#fff;margin:0;padding:0;min-block-size:0;max-inline-size:none;inline-size:auto}
.sheet{position:relative;box-sizing:border-box;inline-size:var(--width);min-block-size:calc(var(--height) - .3mm);padding:${PADDING_MM}mm;margin:0;border:0;outline:0;border-radius:0;display:grid;break-inside:avoid;line-height:${LEADING.plain}}
.sheet::before,.sheet::after{content:"";position:absolute;pointer-events:none}
.sheet::before{inset:8mm;border:1.4pt solid var(--dark)}
.sheet::after{inset:9.8mm;border:.5pt solid var(--mid)}
.sheet.landscape{grid-template:"main emblem" auto "main check" 1fr "foot foot" auto/minmax(0,1fr) ${RAIL_MM}mm;column-gap:${RAIL_GAP_MM}mm}
.sheet.portrait{grid-template:"emblem" auto "main" 1fr "check" auto "foot" auto/minmax(0,1fr)}
.sheet .main{grid-area:main;display:flex;flex-direction:column;justify-content:space-between;gap:calc(${GAP}pt*var(--small));min-inline-size:0}
.sheet .emblem{margin:0}
.landscape .emblem{grid-area:emblem;inline-size:max(18mm,${RAIL_MM}mm*var(--small));block-size:max(18mm,${RAIL_MM}mm*var(--small));justify-self:center}
.portrait .emblem{grid-area:emblem;justify-self:center;inline-size:calc(${CREST_MM}mm*var(--small));block-size:calc(${CREST_MM}mm*var(--small));margin-block-end:${GAP}pt}
.sheet header{flex-wrap:nowrap;gap:${GAP}pt}
.portrait header{flex-direction:column-reverse;align-items:center}
.portrait header,.portrait .holder,.portrait.in-one .columns{text-align:center}
.portrait header .labels,.portrait .holder .labels,.portrait.in-one .columns .labels{justify-content:center}
.sheet .issuer{inline-size:auto;block-size:calc(${LOGO_MM}mm*var(--small));max-inline-size:${LOGO_WIDTH_MM}mm}
.sheet h1{${small(SIZES.heading)}}
.sheet .notice{${small(SIZES.note)};padding:1pt 5pt;margin-block-start:${GAP / 2}pt}
.sheet .label{${small(SIZES.label)}}
.sheet .small-print,.sheet dt,.sheet .iso{${small(SIZES.note)}}
.sheet .name{${large(SIZES.name)}}
.sheet .sentence{${large(SIZES.sentence)}}
.sheet .achievement{${large(SIZES.achievement)}}
.sheet .description{${small(SIZES.description)};margin:0}
.sheet .columns{grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);gap:${COLUMN_GAP}pt}
.sheet .facts{grid-template-columns:repeat(${COLUMNS},minmax(0,1fr));gap:calc(${GAP}pt*var(--small)) ${COLUMN_GAP}pt;padding-block-start:calc(${GAP}pt*var(--small));border-width:.5pt}
.sheet .span-2{grid-column:span 2}
.sheet .span-${COLUMNS}{grid-column:1/-1}
.sheet dd{${small(SIZES.value)}}
.sheet .listed dd{${small(SIZES.list)}}
.sheet .statements{${small(SIZES.statement)};padding-block-start:calc(${GAP}pt*var(--small));border-width:.5pt;gap:${COLUMN_GAP}pt}
.sheet .of-two{grid-template-columns:repeat(2,minmax(0,1fr))}
.sheet .of-one>div{grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);gap:${COLUMN_GAP}pt}
.sheet .of-two>div{gap:${GAP / 2}pt;align-content:start}
.sheet .signatories ul{${small(SIZES.note)};grid-template-columns:1fr 1fr;gap:${COLUMN_GAP}pt}
.sheet .signatories strong{${small(SIZES.value)}}
.sheet .signatories li{border-width:.5pt;margin:${GAP / 2}pt 0 0;padding-block-start:1pt}
.sheet .check{grid-area:check;border:0;margin:0;padding:0;gap:${GAP}pt}
.landscape .check{align-self:end;justify-items:center;text-align:center}
.landscape .check .labels{justify-content:center}
.portrait .check{grid-template-columns:${QR_MM}mm minmax(0,1fr);align-items:center;margin-block-start:${GAP}pt}
.sheet .check svg{inline-size:${QR_MM}mm;block-size:${QR_MM}mm}
.sheet .check h2{${small(SIZES.checkLabel)}}
.sheet .check p{${small(SIZES.check)};margin:0}
.sheet .address{${small(SIZES.check)}}
.sheet .address a{text-decoration:none}
.sheet.further{display:block;break-before:page;break-inside:auto;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.further .main{gap:calc(${2 * GAP}pt*var(--small))}
.further .belongs{${small(SIZES.description)}}
.sheet>footer{grid-area:foot;margin-block-start:${GAP}pt;${small(SIZES.foot)}}
.sheet>footer p{font-size:inherit}
`;

/** How a certificate looks, on a screen and in print. What differs between two of them is in variables. */
export const SHEET_STYLESHEET = `${ON_SCREEN}@media print{${IN_PRINT}}`
  .replace(/\n+/g, '\n')
  .trim();

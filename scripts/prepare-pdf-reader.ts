import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Cuts out of pdf.js what finds files and text in a PDF, as a module of its own. pdf.js comes as one file
 * in which everything hangs together, though a Worker that draws nothing needs a sixth of it; and it is
 * made for a browser that can stop a tab, so that here its loops are given fuel that runs out (ADR 15).
 * Throws where the package has changed under it.
 */
export function preparePdfReader(requireFromRenderer: NodeJS.Require, generated: string): void {
  const file = requireFromRenderer.resolve('pdfjs-dist/build/pdf.worker.mjs');
  writeFileSync(join(generated, 'pdf-reader.js'), reader(readFileSync(file, 'utf8')));
}

/** pdf.js' own modules that are kept. */
const KEPT = new Set(
  [
    ...['shared/util', 'core/primitives', 'core/base_stream', 'core/core_utils', 'core/stream'],
    ...['core/decode_stream', 'core/ascii_85_stream', 'core/ascii_hex_stream', 'core/flate_stream'],
    ...['core/lzw_stream', 'core/predictor_stream', 'core/run_length_stream', 'core/parser'],
    ...['core/cmap', 'core/encodings', 'core/glyphlist', 'core/unicode', 'core/fonts_utils'],
    ...['core/standard_fonts', 'core/to_unicode_map', 'core/metrics', 'core/fonts', 'core/bidi'],
    ...['core/image_utils', 'core/evaluator', 'core/name_number_tree', 'core/file_spec'],
    ...['core/catalog', 'core/object_loader', 'core/xref', 'core/document', 'shared/murmurhash3'],
  ].map((name) => `./src/${name}.js`),
);

/** What is exported of them, beside the fuel. */
const EXPORTED = [
  ...['BaseStream', 'Dict', 'FileSpec', 'NameTree', 'PDFDocument', 'Ref', 'RefSet', 'Stream'],
  ...['Name', 'OPS', 'Util', 'clearPrimitiveCaches', 'clearUnicodeCaches', 'isName'],
  'stringToPDFString',
];

/** Fuel is spent by each letter read, each thing made and each entry of a table, whatever a file declares. */
const FUEL = `
let fuel = 0;
let room = 0;
function burn(units) {
  if ((fuel -= units) < 0) throw new OutOfFuel();
}
function unpack(bytes) {
  if ((room -= bytes) < 0) throw new OutOfFuel();
}
export function refuel(units, bytes) {
  fuel = units;
  room = bytes;
}
export function spent() {
  return room < 0 ? 'room' : fuel < 0 ? 'fuel' : null;
}
let watcher = null;
export function watch(one) {
  watcher = one;
}
class Absent {
  static setOptions() {}
}
`;

/** The one error that pdf.js lets through wherever it goes on after others: some loops would never end. */
const OUT_OF_FUEL = `
class OutOfFuel extends MissingDataException {
  constructor() {
    super(0, 0);
  }
}
`;

type Change = { readonly from: string; readonly to: string };

/** What each thing costs is about what it takes of memory, in bytes. */
const CHARGES: readonly Change[] = [
  {
    from: 'return this.currentChar = this.stream.getByte();',
    to: 'burn(1); return this.currentChar = this.stream.getByte();',
  },
  {
    from: 'let size = this.minBufferLength;\n    while (size < requested) {',
    to: 'let size = 512; unpack(requested > 2 ** 31 ? Infinity : 0);\n    while (size < requested) {',
  },
  {
    from: 'const buffer2 = new Uint8Array(size);\n    buffer2.set(buffer);',
    to: 'unpack(size - buffer.byteLength);\n    const buffer2 = new Uint8Array(size);\n    buffer2.set(buffer);',
  },
  {
    from: 'const scanBytes = stream.peekBytes(SCAN_BLOCK_LENGTH);',
    to: 'burn(SCAN_BLOCK_LENGTH / 4); const scanBytes = stream.peekBytes(SCAN_BLOCK_LENGTH);',
  },
  {
    from: 'const array = [];\n          while (!isCmd(this.buf1',
    to: 'burn(30); const array = [];\n          while (!isCmd(this.buf1',
  },
  {
    from: 'const dict = new Dict(this.xref);\n          while',
    to: 'burn(150); const dict = new Dict(this.xref);\n          while',
  },
  {
    from: 'const strBuf = this.strBuf;\n    strBuf.length = 0;\n    while ((ch = this.nextChar()) >= 0 && !specialChars[ch]) {',
    to: 'burn(60); const strBuf = this.strBuf;\n    strBuf.length = 0;\n    while ((ch = this.nextChar()) >= 0 && !specialChars[ch]) {',
  },
  {
    from: '    return Cmd.get(str);\n  }\n  skipToNextLine',
    to: '    burn(60); return Cmd.get(str);\n  }\n  skipToNextLine',
  },
  {
    from: 'const ref = Ref.get(buf1, this.buf1);',
    to: 'burn(50); const ref = Ref.get(buf1, this.buf1);',
  },
  {
    from: 'save() {\n    const old = this.state;',
    to: 'save() {\n    burn(300); const old = this.state;',
  },
  {
    from: 'this.codespaceRanges[n - 1].push(low, high);',
    to: 'if (this.numCodespaceRanges < 100) this.codespaceRanges[n - 1].push(low, high);',
  },
  {
    from: 'for (const kid of kids) {\n          if (kid instanceof Ref) {\n            if (processed.has(kid)) {',
    to: 'burn(20 * kids.length); for (const kid of kids) {\n          if (kid instanceof Ref) {\n            if (processed.has(kid)) {',
  },
  {
    from: 'for (let i = 0, ii = entries.length; i < ii; i += 2) {\n        map.set',
    to: 'burn(30 * entries.length); for (let i = 0, ii = entries.length; i < ii; i += 2) {\n        map.set',
  },
  {
    from: 'const currentNode = nodesToVisit.pop();',
    to: 'burn(10); const currentNode = nodesToVisit.pop();',
  },
  {
    from: 'for (let last = kids.length - 1; last >= 0; last--) {\n        const lastKid',
    to: 'burn(2 * kids.length); for (let last = kids.length - 1; last >= 0; last--) {\n        const lastKid',
  },
  { from: 'let charBuffered = false;', to: 'burn(12); let charBuffered = false;' },
  {
    from: 'digit = toHexDigit(ch);\n        if',
    to: 'burn(6); digit = toHexDigit(ch);\n        if',
  },
  { from: ' streamState.entryNum = i;\n', to: ' burn(100); streamState.entryNum = i;\n' },
  { from: 'tableState.entryNum = i;\n', to: 'burn(100); tableState.entryNum = i;\n' },
  {
    from: 'const bufferLength = this.bufferLength;\n    const newLength = bufferLength + chunk.length;',
    to: 'burn(chunk.length / 4); const bufferLength = this.bufferLength;\n    const newLength = bufferLength + chunk.length;',
  },
  {
    from: 'throw new Error("mapCidRange - ignoring data above MAX_MAP_RANGE.");\n    }',
    to: 'throw new Error("mapCidRange - ignoring data above MAX_MAP_RANGE.");\n    }\n    burn(Math.max(0, high - low) * 16);',
  },
  {
    from: 'throw new Error("mapBfRange - ignoring data above MAX_MAP_RANGE.");\n    }',
    to: 'throw new Error("mapBfRange - ignoring data above MAX_MAP_RANGE.");\n    }\n    burn(Math.max(0, high - low) * (32 + dstLow.length));',
  },
  {
    from: 'const data = xref.fetchIfRef(entry);',
    to: 'burn(1); const data = xref.fetchIfRef(entry);',
  },
  { from: 'for (const c of code) {\n', to: 'burn(code.length); for (const c of code) {\n' },
  {
    from: 'for (let j = start; j <= code; j++) {\n              glyphsWidths[j] = width;',
    to: 'burn(Math.max(0, code - start) * 8); for (let j = start; j <= code; j++) {\n              glyphsWidths[j] = width;',
  },
  {
    from: 'for (let j = start; j <= code; j++) {\n                glyphsVMetrics[j] = vmetric;',
    to: 'burn(Math.max(0, code - start) * 8); for (let j = start; j <= code; j++) {\n                glyphsVMetrics[j] = vmetric;',
  },
  {
    from: 'for (let j = 0, jj = code.length; j < jj; j++) {\n                const vmetric',
    to: 'burn(code.length * 16); for (let j = 0, jj = code.length; j < jj; j++) {\n                const vmetric',
  },
  {
    from: 'preEvaluateFont(dict) {\n',
    to: 'preEvaluateFont(dict) {\n    burn(60000);\n',
  },
  {
    from: 'hash.update(uint8array);',
    to: 'burn(uint8array.length); hash.update(uint8array);',
  },
  {
    from: 'const widths = dict.get("Widths") || baseDict.get("Widths");',
    to: 'const widths = dict.get("Widths") || baseDict.get("Widths"); burn(4 * (widths?.length || 0));',
  },
  {
    from: 'const compositeWidths = dict.get("W") || baseDict.get("W");',
    to: 'const compositeWidths = dict.get("W") || baseDict.get("W"); burn(4 * (compositeWidths?.length || 0));',
  },
  {
    from: 'glyphs = this.#charsCache.get(chars);\n    if (glyphs) {\n      return glyphs;\n    }\n    glyphs = [];',
    to: 'glyphs = [];\n    burn(40 * chars.length);',
  },
  { from: 'this.#charsCache.set(chars, glyphs);\n', to: '' },
  {
    from: 'prevRefs = null,\n    intersector = null\n  }) {',
    to: 'prevRefs = null,\n    intersector = null\n  }) {\n    burn(20000);',
  },
];

/** What is told of while a page's text is read, to whoever watches. */
const TOLD: readonly Change[] = [
  {
    from: 'currentTextState ||= textState.clone();\n        const fn = operation.fn;\n        args = operation.args;',
    to: 'currentTextState ||= textState.clone();\n        const fn = operation.fn;\n        args = operation.args;\n        watcher?.operator(fn, args, textState);',
  },
  {
    from: 'if (isValidName && emptyXObjectCache.getByName(name)) {\n              break;',
    to: 'if (isValidName && emptyXObjectCache.getByName(name)) {\n              watcher?.drawn();\n              break;',
  },
  {
    from: 'if (emptyXObjectCache.getByRef(xobj)) {\n',
    to: 'if (emptyXObjectCache.getByRef(xobj)) {\n                  watcher?.drawn();\n',
  },
  {
    from: 'if (type.name !== "Form") {\n                emptyXObjectCache',
    to: 'if (type.name !== "Form") {\n                watcher?.drawn();\n                emptyXObjectCache',
  },
  {
    from: 'if (isValidName && emptyGStateCache.getByName(name)) {\n              break;',
    to: 'if (false) {\n              break;',
  },
  {
    from: 'const gStateFont = gState.get("Font");\n              if (!gStateFont) {',
    to: 'watcher?.graphics(gState, textState);\n              const gStateFont = gState.get("Font");\n              if (!gStateFont) {',
  },
];

/** What would decode pictures, read fonts or run something: text needs none of it. */
const LEFT_OUT: readonly Change[] = [
  // Each state would be the prototype of the next one, and each look into the last go through all of them.
  {
    from: 'Object.assign(Object.create(this), this);',
    to: 'Object.assign(Object.create(TextState.prototype), this);',
  },
  // What it warns of may hold a name.
  {
    from: 'let verbosity = VerbosityLevel.WARNINGS;',
    to: 'let verbosity = VerbosityLevel.ERRORS;',
  },
  ...['JpegStream', 'JpxStream', 'CCITTFaxStream', 'Jbig2Stream'].map((name) => ({
    from: `return new ${name}(stream, maybeLength, params);`,
    to: 'return new NullStream();',
  })),
  { from: 'return new BrotliStream(stream, maybeLength);', to: 'return new NullStream();' },
  // A length that a file only claims reserves nothing.
  {
    from: 'this._rawMinBufferLength = maybeMinBufferLength || 0;',
    to: 'this._rawMinBufferLength = 0;',
  },
  {
    from: 'if (maybeMinBufferLength) {\n      while (this.minBufferLength < maybeMinBufferLength) {',
    to: 'if (false) {\n      while (false) {',
  },
  // The synchronous way is the one that is charged for.
  {
    from: 'get isAsync() {\n    return this.#isAsync;\n  }',
    to: 'get isAsync() {\n    return false;\n  }',
  },
  { from: 'await translated.loadType3Data(this, resources, task);', to: '' },
  {
    from: "if (!file || file.isEmpty) {\n      if (file) {\n        warn('Font file is empty",
    to: "return;\n    if (!file || file.isEmpty) {\n      if (file) {\n        warn('Font file is empty",
  },
  {
    from: 'if (fontFile.isEmpty) {\n            throw new FormatError("FontFile is empty");\n          }',
    to: '',
  },
  {
    from: 'this.encrypt = new CipherTransformFactory(encrypt, fileId, this.pdfManager.password);',
    to: 'throw new this.pdfManager.Encrypted();',
  },
  {
    from: 'return this._map[i];\n  }\n  charCodeOf',
    to: 'const said = this._map[i];\n    return typeof said === "string" && said.length > 16 ? said.slice(0, 16) : said;\n  }\n  charCodeOf',
  },
];

function reader(source: string): string {
  const [, ...sections] = source.split(/^(?=;\/\/ \.\/)/m);
  const nameOf = (section: string) => /^;\/\/ (\S+)/.exec(section)?.[1] ?? '';
  const missing = [...KEPT].filter((name) => !sections.some((one) => nameOf(one) === name));
  if (missing.length > 0) throw new Error(`pdf.js has changed: it has no ${missing.join(', ')}.`);
  const kept = sections.filter((one) => KEPT.has(nameOf(one))).join('');
  const absent = sections
    .filter((one) => !KEPT.has(nameOf(one)))
    .flatMap((one) => [...one.matchAll(/^(?:async )?(?:class|function\*?|const|let|var) (\w+)/gm)])
    .map(([, name = '']) => name)
    .filter((name) => new RegExp(`\\b${name}\\b`).test(kept));
  return [
    licenceOf(source),
    FUEL,
    ...[...new Set(absent)].map((name) => `class ${name} extends Absent {}`),
    [...CHARGES, ...TOLD, ...LEFT_OUT].reduce(changed, kept),
    OUT_OF_FUEL,
    `export { ${EXPORTED.join(', ')} };`,
    '',
  ].join('\n');
}

function licenceOf(source: string): string {
  const end = source.indexOf('*/');
  if (!source.startsWith('/**') || !source.slice(0, end).includes('Apache License')) {
    throw new Error('pdf.js has changed: it does not begin with its licence.');
  }
  return source.slice(0, end + 2);
}

function changed(source: string, { from, to }: Change): string {
  const found = source.split(from).length - 1;
  if (found !== 1) throw new Error(`pdf.js has changed: found ${found} times, not once: ${from}`);
  return source.replace(from, () => to);
}

/** A script by its ISO 15924 code, as HarfBuzz wants it. */
export type Script = string;

export type Family = {
  /** Names its files. */
  readonly id: string;
  /** The npm package that brings it; every one of them under the SIL Open Font License 1.1. */
  readonly package: string;
  readonly scripts: readonly Script[];
  /** Primary language subtags, or tags with a script, whose texts it is made for before other families. */
  readonly languages?: readonly string[];
  /** True where the family comes in many small files, each with some of its characters. */
  readonly sliced?: boolean;
};

const whole = (name: string, ...scripts: readonly Script[]): Family => ({
  id: name,
  package: `@expo-google-fonts/${name}`,
  scripts,
});

const sliced = (name: string, languages: readonly string[], ...scripts: readonly Script[]) => ({
  id: name,
  package: `@fontsource-variable/${name}`,
  scripts,
  languages,
  sliced: true,
});

/** The family of everything that no other is made for: Latin, Greek, Cyrillic, digits, punctuation. */
export const PLAIN_FAMILY = 'noto-sans';
export const EMOJI_FAMILY = 'noto-emoji';
/** What is tried after the family of a script. */
export const COMMON_FAMILIES: readonly string[] = [
  PLAIN_FAMILY,
  'noto-sans-symbols',
  'noto-sans-symbols-2',
  EMOJI_FAMILY,
];

/** All families. Of two for one script the one made for the language is taken, else the first. */
export const FAMILIES: readonly Family[] = [
  whole(PLAIN_FAMILY, 'Latn', 'Grek', 'Cyrl'),
  whole('noto-naskh-arabic', 'Arab'),
  { ...whole('noto-nastaliq-urdu', 'Arab'), languages: ['ur', 'ks', 'pnb', 'skr'] },
  whole('noto-sans-hebrew', 'Hebr'),
  whole('noto-sans-devanagari', 'Deva'),
  whole('noto-sans-bengali', 'Beng'),
  whole('noto-sans-gurmukhi', 'Guru'),
  whole('noto-sans-gujarati', 'Gujr'),
  whole('noto-sans-oriya', 'Orya'),
  whole('noto-sans-tamil', 'Taml'),
  whole('noto-sans-telugu', 'Telu'),
  whole('noto-sans-kannada', 'Knda'),
  whole('noto-sans-malayalam', 'Mlym'),
  whole('noto-sans-sinhala', 'Sinh'),
  whole('noto-sans-thai', 'Thai'),
  whole('noto-sans-lao', 'Laoo'),
  whole('noto-sans-khmer', 'Khmr'),
  whole('noto-sans-myanmar', 'Mymr'),
  whole('noto-serif-tibetan', 'Tibt'),
  whole('noto-sans-georgian', 'Geor'),
  whole('noto-sans-armenian', 'Armn'),
  whole('noto-sans-ethiopic', 'Ethi'),
  whole('noto-sans-ol-chiki', 'Olck'),
  whole('noto-sans-meetei-mayek', 'Mtei'),
  whole('noto-sans-tifinagh', 'Tfng'),
  whole('noto-sans-nko', 'Nkoo'),
  whole('noto-sans-adlam', 'Adlm'),
  whole('noto-sans-javanese', 'Java'),
  whole('noto-sans-balinese', 'Bali'),
  sliced('noto-sans-sc', ['zh'], 'Hani', 'Bopo'),
  sliced('noto-sans-tc', ['zh-hant', 'zh-tw', 'zh-hk', 'zh-mo', 'yue', 'lzh'], 'Hani', 'Bopo'),
  sliced('noto-sans-jp', ['ja'], 'Hira', 'Kana', 'Hani'),
  sliced('noto-sans-kr', ['ko'], 'Hang', 'Hani'),
  whole('noto-sans-symbols'),
  whole('noto-sans-symbols-2'),
  whole(EMOJI_FAMILY),
];

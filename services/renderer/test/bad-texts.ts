/** Texts that no form of ours would take, or hardly: a picture holds up all the same. */
export const BAD_TEXTS: readonly { readonly what: string; readonly text: string }[] = [
  { what: 'nothing', text: '' },
  { what: 'white space', text: ' \t\n\u3000\u00a0' },
  { what: '300 letters in one word', text: 'Donaudampfschiff'.repeat(19).slice(0, 300) },
  { what: '300 characters in words', text: 'Coordination of community '.repeat(12).slice(0, 300) },
  { what: '300 Han characters', text: '維基媒體志工'.repeat(50) },
  { what: 'combining marks alone', text: '\u0301\u0323\u0308\u0e31\u064b'.repeat(20) },
  { what: 'one letter under forty marks', text: `Z${'\u0301\u0300'.repeat(20)}` },
  { what: 'controls of direction', text: '\u202e\u2067\u200f\u2066\u202d\u2069\u2069\u061c' },
  { what: 'a letter among overrides', text: '\u202eevil\u202c gnp.cod\u2067' },
  {
    what: '85 bytes of emoji',
    text: `${'\u{1f469}\u{1f3fe}\u200d\u{1f680}'.repeat(5)}\u{1f33f}\u{1f33f}`,
  },
  { what: 'half a character', text: 'a\ud83d' },
  { what: 'controls', text: 'a\u0000b\u0007c\u009f\ufffe\uffff' },
  { what: 'markup', text: `]]></title><script>alert(1)</script>&"'<!--` },
  { what: 'letters that no font has', text: '\u{13000}\u{1e2c0}\u{e000}' },
];

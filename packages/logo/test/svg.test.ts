import { expect, test } from 'vitest';
import { checkLogo } from '../src/check-logo.ts';

const SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

function drawing(inner: string, root = 'viewBox="0 0 10 10"'): Uint8Array {
  return new TextEncoder().encode(`<svg ${SVG} ${root}>\n${inner}\n</svg>`);
}

async function checked(bytes: Uint8Array, type = 'image/svg+xml') {
  const answer = await checkLogo(bytes, type);
  return answer.ok ? new TextDecoder().decode(answer.value.bytes) : answer.failure;
}

test.each([
  ['a script', '<script>alert(1)</script>', 'svg_script'],
  [
    'a script under another prefix',
    '<s:script xmlns:s="http://www.w3.org/2000/svg"/>',
    'svg_script',
  ],
  ['an event handler', '<path d="M0 0" onload="alert(1)"/>', 'svg_script'],
  ['an event handler in capitals', '<path d="M0 0" ONCLICK="alert(1)"/>', 'svg_script'],
  ['a page within', '<foreignObject><p/></foreignObject>', 'svg_element'],
  ['HTML', '<p xmlns="http://www.w3.org/1999/xhtml">hello</p>', 'svg_element'],
  ['a picture from elsewhere', '<image href="https://e.example/x.png"/>', 'svg_element'],
  ['a picture packed in', '<image href="data:image/png;base64,AAAA"/>', 'svg_element'],
  ['a link', '<a href="#x"><path d="M0 0"/></a>', 'svg_element'],
  ['a script in a link', '<use xlink:href="javascript:alert(1)"/>', 'svg_link'],
  ['use of another file', '<use href="other.svg#a"/>', 'svg_link'],
  ['an animation', '<animate attributeName="href" to="javascript:alert(1)"/>', 'svg_element'],
  ['a set', '<set attributeName="onmouseover" to="alert(1)"/>', 'svg_element'],
  ['a filter', '<filter id="f"/>', 'svg_element'],
  ['a style that loads', '<path style="fill:url(https://e.example/#a)" d="M0 0"/>', 'svg_style'],
  ['a fill that loads', '<path fill="url(//e.example/#a)" d="M0 0"/>', 'svg_style'],
  ['an import', '<style>@import "https://e.example/a.css";</style>', 'svg_style'],
  ['a font that loads', '<style>@font-face{src:url(x)}</style>', 'svg_style'],
  ['an escape', '<path style="fill:\\75rl(//e.example)" d="M0 0"/>', 'svg_style'],
  ['a sheet packed into CDATA', '<style><![CDATA[a{fill:url(//e.example)}]]></style>', 'svg_style'],
  ['an unknown function', '<path fill="image-set(x)" d="M0 0"/>', 'svg_style'],
  ['a sheet by instruction', '<?xml-stylesheet href="https://e.example/a.css"?>', 'svg_element'],
  ['an entity that is not', '<text>&lol9;</text>', 'svg_damaged'],
  ['a broken end', '<path d="M0 0">', 'svg_damaged'],
])('%s is refused, with the line and what was found there', async (_, inner, fault) => {
  expect(await checked(drawing(inner))).toMatchObject({ fault, line: expect.any(Number) });
});

test('the line is where it stands', async () => {
  const failure = await checked(drawing('<path d="M0 0"/>\n<script>x</script>'));
  expect(failure).toEqual({ fault: 'svg_script', line: 3, found: 'script' });
});

test('a billion laughs are refused at their DOCTYPE, and those by use once they are counted', async () => {
  const entities = `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><svg ${SVG} viewBox="0 0 1 1"><text>&b;</text></svg>`;
  expect(await checked(new TextEncoder().encode(entities))).toMatchObject({ fault: 'svg_doctype' });
  const levels = Array.from(
    { length: 12 },
    (_, at) => `<g id="l${at + 1}">${`<use href="#l${at}"/>`.repeat(10)}</g>`,
  );
  const bomb = drawing(`<defs><path id="l0" d="M0 0"/>${levels.join('')}</defs><use href="#l12"/>`);
  expect(await checked(bomb)).toMatchObject({ fault: 'svg_too_complex' });
  const masks = Array.from(
    { length: 12 },
    (_, at) => `<mask id="m${at + 1}">${`<path class="c${at}" d="M0 0"/>`.repeat(10)}</mask>`,
  );
  const rules = Array.from({ length: 13 }, (_, at) => `.c${at}{mask:url(#m${at})}`).join('');
  const masked = drawing(`<style>${rules}</style>${masks.join('')}<path class="c12" d="M0 0"/>`);
  expect(await checked(masked)).toMatchObject({ fault: 'svg_too_complex' });
});

test.each([
  ['itself', '<g id="a"><use href="#a"/></g>', 'svg_too_complex'],
  ['depth', `${'<g>'.repeat(100)}${'</g>'.repeat(100)}`, 'svg_too_complex'],
  ['elements', '<path d="M0 0"/>'.repeat(3_001), 'svg_too_complex'],
])('too much of %s is refused', async (_, inner, fault) => {
  expect(await checked(drawing(inner))).toMatchObject({ fault });
});

const LONG = 60_000;

test.each([
  ['letters', `<path style="${'a'.repeat(LONG)}"/>`],
  ['a value', `<path style="fill:${'a'.repeat(LONG)}"/>`],
  ['parentheses', `<path style="fill:${'('.repeat(LONG)}"/>`],
  ['comments', `<path style="${'/*'.repeat(LONG / 2)}"/>`],
  ['a sheet', `<style>${'a'.repeat(LONG)}</style>`],
  ['a sheet of comments', `<style>${'/*'.repeat(LONG / 2)}</style>`],
  ['braces', `<style>${'{'.repeat(LONG)}</style>`],
  ['addresses', `<path fill="${'url('.repeat(LONG / 4)}"/>`],
  ['spaces', `<path fill="url(${' '.repeat(LONG)}"/>`],
])('a hostile file of %s takes no time that grows with its square', async (_, inner) => {
  const start = performance.now();
  await checked(drawing(inner));
  // Read by one expression, some of these took ten seconds.
  expect(performance.now() - start).toBeLessThan(2_000);
});

test('references that lead on and on are refused, before they could exhaust the stack', async () => {
  const chain = Array.from(
    { length: 1_200 },
    (_, at) => `<g id="a${at + 1}"><use href="#a${at}"/></g>`,
  ).reverse();
  expect(await checked(drawing(chain.join('')))).toEqual({ fault: 'svg_too_complex' });
});

test('a file that says it is a PNG, or is no picture at all, is refused', async () => {
  expect(await checked(drawing(''), 'image/png')).toEqual({
    fault: 'disguised',
    found: 'image/svg+xml',
  });
  for (const text of ['<html><script>alert(1)</script></html>', 'GIF89a', '', '%PDF-1.7']) {
    expect(await checked(new TextEncoder().encode(text))).toEqual({ fault: 'no_image' });
  }
  expect(await checked(drawing(' '.repeat(64 * 1024)))).toEqual({ fault: 'too_large' });
});

test('what editors leave behind goes, what draws stays, and the rest is written anew', async () => {
  const kept = await checked(
    new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Made by Somebody with a Name -->
<svg ${SVG} xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" width="20px" height="10" inkscape:version="1.3">
  <metadata><rdf:RDF>Somebody with a Name</rdf:RDF></metadata>
  <title>Üsküdar &amp; friends</title>
  <style type="text/css">.st0{fill:#ff0000;-inkscape-font-specification:x;} /* why */</style>
  <defs><linearGradient id="g"><stop offset="0" style="stop-color:#fff"/></linearGradient></defs>
  <path class="st0" data-name="secret" d="M0 0h1" fill="url(#g)" inkscape:label="Layer 1"/>
  <use xlink:href="#g"/>
</svg>`),
  );
  expect(kept).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" width="20px" height="10" viewBox="0 0 20 10">' +
      '<title>Üsküdar &amp; friends</title><style>.st0{fill:#ff0000}</style>' +
      '<defs><linearGradient id="g"><stop offset="0" style="stop-color:#fff"/></linearGradient></defs>' +
      '<path class="st0" d="M0 0h1" fill="url(#g)"/><use href="#g"/></svg>',
  );
  expect(await checked(new TextEncoder().encode(String(kept)))).toBe(kept);
});

test('a drawing without a size is refused, as it could not be scaled', async () => {
  expect(await checked(drawing('<path d="M0 0"/>', ''))).toMatchObject({ fault: 'svg_no_size' });
  expect(await checked(drawing('', 'width="100%" height="5"'))).toMatchObject({
    fault: 'svg_no_size',
  });
});

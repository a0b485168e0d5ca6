import { createHash } from 'node:crypto';
import { expect } from 'vitest';

/** What never stands among the sources of any policy. */
const LOOSE = /'unsafe-(?!inline')\w+|\b(?:https?|data|blob|ws|wss):|(?<!\S)\*/;

/**
 * Expects what every answer says of itself, whatever it is: nothing but what is ours is loaded or run, nothing is
 * framed, guessed, shared with others' pages or told to them. Answers what was wrong.
 */
export async function expectGuarded(answer: Response, asked: string): Promise<void> {
  const header = (name: string) => answer.headers.get(name) ?? '';
  const policy = directivesOf(header('content-security-policy'));
  const framed = /^GET \/c\/[^/]+\/embed\b/.test(asked);
  const open = header('access-control-allow-origin') === '*';

  expect([asked, policy['default-src']]).toEqual([asked, "'none'"]);
  expect([asked, policy['base-uri']]).toEqual([asked, "'none'"]);
  expect([asked, policy['frame-ancestors']]).toEqual([asked, framed ? '*' : "'none'"]);
  expect([asked, policy['form-action']]).toEqual([asked, expect.stringMatching(/^'(none|self)'$/)]);
  for (const [name, sources] of Object.entries(policy)) {
    if (name === 'frame-ancestors') continue;
    expect([asked, name, sources]).not.toEqual([asked, name, expect.stringMatching(LOOSE)]);
    // A picture that may style itself has no origin.
    if (name === 'style-src' && 'sandbox' in policy) continue;
    expect([asked, name, sources]).not.toEqual([asked, name, expect.stringContaining('unsafe')]);
  }
  expect([asked, header('x-content-type-options')]).toEqual([asked, 'nosniff']);
  expect([asked, header('referrer-policy')]).toEqual([
    asked,
    expect.stringMatching(/^(same-origin|no-referrer)$/),
  ]);
  expect([asked, header('cross-origin-opener-policy')]).toEqual([asked, 'same-origin']);
  expect([asked, header('cross-origin-resource-policy')]).toEqual([
    asked,
    open ? 'cross-origin' : 'same-origin',
  ]);
  expect([asked, header('permissions-policy')]).toEqual([
    asked,
    expect.stringMatching(/^camera=\((self)?\).*geolocation=\(\).*microphone=\(\).*usb=\(\)/),
  ]);
  expect([asked, header('strict-transport-security')]).toEqual([asked, 'max-age=31536000']);
  expect([asked, header('x-robots-tag')]).toEqual([asked, 'noindex, nofollow']);
  expect([asked, answer.headers.has('access-control-allow-credentials')]).toEqual([asked, false]);
  expect([asked, header('x-powered-by')]).toEqual([asked, '']);
  if (header('content-type').startsWith('text/html')) {
    // To be kept as a file, and never shown from here: it brings a policy of its own along.
    if (header('content-disposition').startsWith('attachment')) return;
    expectNamedScripts(await answer.text(), policy['script-src'] ?? '', asked);
  }
}

/** Nothing of a page runs or styles but what its policy names. */
function expectNamedScripts(html: string, sources: string, asked: string): void {
  for (const [, attributes = '', code = ''] of html.matchAll(
    /<script\b([^>]*)>([\s\S]*?)<\/script>/g,
  )) {
    const source = /\bsrc="([^"]+)"/.exec(attributes)?.[1];
    const named =
      source === undefined
        ? sources.includes(createHash('sha256').update(code).digest('base64'))
        : sources.includes("'self'") && source.startsWith('/scripts/');
    expect([asked, attributes, named]).toEqual([asked, attributes, true]);
  }
  const markup = html.replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, '');
  expect([asked, /<[^>]*\s(?:on\w+|style)\s*=/.exec(markup)?.[0]]).toEqual([asked, undefined]);
  expect([asked, /(?:href|src|action)="(?:javascript|data|vbscript):/i.exec(markup)]).toEqual([
    asked,
    null,
  ]);
}

function directivesOf(policy: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );
}

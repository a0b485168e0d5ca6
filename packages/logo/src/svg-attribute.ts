import type { LogoFault } from '@laurel/core/logo-fault';
import { ATTRIBUTES, PROPERTIES, XLINK_NAMESPACE } from './svg-names.ts';
import { isSafeValue, safeDeclarations } from './svg-style.ts';

export type GivenAttribute = {
  readonly local: string;
  readonly uri: string;
  readonly value: string;
};

/** An attribute as it may stand, `null` where it is left out, or what is wrong with it. */
export type SeenAttribute = readonly [name: string, value: string] | null | Omit<LogoFault, 'line'>;

/** Names that are references within the file. */
const LOCAL_REFERENCE = /^#[\w:.-]+$/u;

/** Looks at one attribute: what draws is kept, what could do more is a fault, the rest is left out. */
export function seenAttribute({ local, uri, value }: GivenAttribute): SeenAttribute {
  if (/^on/i.test(local)) return { fault: 'svg_script', found: local };
  if (local === 'href' && (uri === '' || uri === XLINK_NAMESPACE)) {
    const target = value.trim();
    return LOCAL_REFERENCE.test(target) ? ['href', target] : { fault: 'svg_link', found: target };
  }
  if (uri !== '') return null;
  if (local === 'style') {
    const style = safeDeclarations(value);
    return style === null ? { fault: 'svg_style', found: value } : ['style', style];
  }
  if (PROPERTIES.has(local)) {
    return isSafeValue(value) ? [local, value] : { fault: 'svg_style', found: value };
  }
  return ATTRIBUTES.has(local) ? [local, value] : null;
}

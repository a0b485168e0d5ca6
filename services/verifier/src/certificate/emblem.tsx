import type { Art } from '@laurel/art/art';
import { PAPER } from '@laurel/art/palette';

/** The art of an achievement, which says nothing that the texts do not say. */
export function Emblem({ art: { palette, emblem } }: { readonly art: Art }) {
  const colours = { ...palette, paper: PAPER };
  return (
    <svg class="emblem" viewBox="36 36 440 440" aria-hidden="true" focusable="false">
      {emblem.map(({ path, tone }) => (
        <path d={path} fill={colours[tone]} />
      ))}
    </svg>
  );
}

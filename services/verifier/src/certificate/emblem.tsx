import type { Art } from '@laurel/art/art';
import { colourOf, type Line } from '@laurel/art/shape';

type EmblemProps = {
  readonly art: Art;
  /** Fine lines behind the emblem, which grow from the achievement. */
  readonly lines: Line;
};

/** The art of an achievement, which says nothing that the texts do not say. */
export function Emblem({ art: { palette, emblem }, lines }: EmblemProps) {
  return (
    <svg class="emblem" viewBox="36 36 440 440" aria-hidden="true" focusable="false">
      <path
        d={lines.path}
        fill="none"
        stroke={colourOf(lines.tone, palette)}
        stroke-width={lines.strokeWidth}
      />
      {emblem.map(({ path, tone }) => (
        <path d={path} fill={colourOf(tone, palette)} />
      ))}
    </svg>
  );
}

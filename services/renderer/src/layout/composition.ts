import type { CertificateTexts } from '../certificate-texts.ts';
import type { At, Block } from './block.ts';
import type { Extent } from './head.ts';
import type { Scale } from './scale.ts';
import type { Setting } from './setting.ts';

/** Room for what stands on the first page over its foot. */
export type Area = { readonly width: number; readonly height: number };

/** What stands on the first page. */
export type Composed = {
  /** From the top to the foot, with the same white between any two. */
  readonly groups: readonly Block[];
  /** At places of their own. */
  readonly fixed: readonly At[];
};

/** A way to lay out the first page. */
export type Composition = {
  readonly scale: Scale;
  readonly compose: (
    setting: Setting,
    texts: CertificateTexts,
    area: Area,
    logo: Extent | null,
  ) => Composed;
};

/** The least white between two groups. */
const LEAST_GAP = 8;

/** True where nothing of it would touch, and so much white is left between any two groups. */
export function fits({ groups, fixed }: Composed, { height }: Area, gap = LEAST_GAP): boolean {
  const shown = groups.filter((group) => group.height > 0);
  const used = shown.reduce((sum, group) => sum + group.height + gap, -gap);
  return (
    used <= height &&
    fixed.every(({ block, top }) => top >= 0 && top + block.height <= height + 0.01)
  );
}

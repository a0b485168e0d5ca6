import { heightOf } from './measure.ts';
import type { Worded } from './tongue.ts';

/** A text in its language, whose direction turns nothing around it, in lines as high as its letters. */
export function Words({ worded: { text, language, direction } }: { readonly worded: Worded }) {
  return (
    <bdi lang={language} dir={direction} class={heightOf({ text, language })}>
      {text}
    </bdi>
  );
}

/** A name, which no browser translates. */
export function Name({ worded: { text, language } }: { readonly worded: Worded }) {
  return (
    <bdi lang={language} dir="auto" translate="no" class={heightOf({ text, language })}>
      {text}
    </bdi>
  );
}

type SeveralProps = { readonly all: readonly Worded[] };

/** The same said in each language, each on a line of its own. */
export function Lines({ all }: SeveralProps) {
  return (
    <>
      {all.map((worded) => (
        <span class="line">
          <Words worded={worded} />
        </span>
      ))}
    </>
  );
}

/** The same said in each language, beside each other where there is room. */
export function Labels({ all }: SeveralProps) {
  return (
    <span class="labels">
      {all.map((worded) => (
        <Words worded={worded} />
      ))}
    </span>
  );
}

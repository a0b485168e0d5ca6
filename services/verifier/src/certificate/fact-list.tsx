import { spanOf } from './fit.ts';
import { heightOf } from './measure.ts';
import type { FactValue, SheetFact } from './sheet-facts.ts';
import { Labels, Words } from './words.tsx';

/** The facts of a certificate. Each value is said in each language; days as ISO writes them, once. */
export function FactList({ facts }: { readonly facts: readonly SheetFact[] }) {
  return (
    <dl class="facts">
      {facts.map((fact) => (
        <div class={`span-${spanOf(fact)}${fact.isList ? ' listed' : ''}`}>
          <dt>
            <Labels all={fact.labels} />
          </dt>
          <dd>
            {fact.values.map((value) => (
              <Value value={value} />
            ))}
            {fact.iso !== null && (
              <span class="line">
                <bdi dir="ltr" class="iso">
                  {fact.iso}
                </bdi>
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value: { worded, days, items } }: { readonly value: FactValue }) {
  if (items !== undefined) {
    return (
      <ul>
        {items.map((text) => (
          <li>
            <Words worded={{ ...worded, text }} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <span class="line">
      {days === undefined ? (
        <Words worded={worded} />
      ) : (
        <bdi lang={worded.language} dir={worded.direction} class={heightOf(worded)}>
          {days.map(({ before, day, text }) => (
            <>
              {before}
              <time datetime={day}>{text}</time>
            </>
          ))}
        </bdi>
      )}
    </span>
  );
}

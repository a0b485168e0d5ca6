import type { AchievementReference } from '@laurel/core/achievement-map';
import type { Reader } from '@laurel/http/reader';
import type { Child } from 'hono/jsx';
import { linkTo } from '../link.tsx';
import { Paragraph, Text } from '../text.tsx';
import { printSizeOf } from './print-size.ts';
import type { ShownLane, ShownStep } from './shown-lanes.tsx';

type LanesProps = {
  readonly lanes: readonly ShownLane[];
  /** For the page of somebody: whether they have been at a step, or could go there next. */
  readonly standingOf?: (reference: AchievementReference) => 'been' | 'next' | null;
  /** What stands below a step besides. */
  readonly besides?: (reference: AchievementReference) => Child;
  readonly reader: Reader;
};

/** A map: lanes side by side where there is room, each a way with its steps. It is the same for everybody, but for marks. */
export function Lanes({
  lanes,
  standingOf = () => null,
  besides = () => null,
  reader,
}: LanesProps) {
  return (
    <div class={`lanes ${printSizeOf(lanes)}`}>
      {lanes.map(({ title, steps }, at) => (
        <section class="lane" aria-labelledby={`lane-${at + 1}`}>
          <h2 id={`lane-${at + 1}`}>
            <Text {...title} />
          </h2>
          <ul class="trail">
            {steps.map((step) => (
              <Step step={step} standing={standingOf(step.reference)} reader={reader}>
                {besides(step.reference)}
              </Step>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

type StepProps = {
  readonly step: ShownStep;
  readonly standing: 'been' | 'next' | null;
  readonly reader: Reader;
  readonly children: Child;
};

/** Where somebody stands is said in words, and marked by a shape, never by a colour alone. */
function Step({ step, standing, reader, children }: StepProps) {
  const { message } = reader.messages;
  const { anchor, name, path, issuer, hint, retired, isTaken, leadsTo } = step;
  return (
    <li id={anchor} {...(standing === null ? {} : { class: standing })}>
      <span class="stop" aria-hidden="true">
        {standing === 'been' ? '✓' : ''}
      </span>
      <p class="named">
        {path === null ? (
          <Text {...name} />
        ) : (
          <a href={linkTo(path, reader)}>
            <Text {...name} />
          </a>
        )}
      </p>
      {standing !== null && <p class="stands">{message(`map-step-${standing}`)}</p>}
      {issuer !== null && (
        <p class="quiet small">
          {message('achievement-awarded-by')}: <Text {...issuer} />
        </p>
      )}
      {hint !== null && (
        <div class="hint">
          <Paragraph {...hint} />
        </div>
      )}
      {retired && <p class="quiet small">{message('map-step-retired')}</p>}
      {isTaken && <p class="quiet small taken">{message('map-step-taken')}</p>}
      {leadsTo.length > 0 && (
        <p class="quiet small leads">
          {message('map-step-leads')}{' '}
          {leadsTo.map((one, at) => (
            <>
              {at > 0 && ' · '}
              <a href={`#${one.anchor}`}>
                <Text {...one.name} />
              </a>
            </>
          ))}
        </p>
      )}
      {children}
    </li>
  );
}

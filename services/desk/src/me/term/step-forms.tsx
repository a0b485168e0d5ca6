import type { TermStep } from '@laurel/core/role-term';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { PropsWithChildren } from 'hono/jsx';
import { Boxes, TextField } from '../../page/fields.tsx';

type FormProps = {
  readonly awardId: string;
  /** A form that was refused, as it was typed. */
  readonly typed: URLSearchParams | null;
  readonly reader: Reader;
};

type StepProps = Omit<FormProps, 'typed'> & { readonly step: TermStep['step'] };

/** A form that takes one step with the term of an award. */
export function StepForm({ awardId, step, reader, children }: PropsWithChildren<StepProps>) {
  return (
    <form method="post" action={linkTo(`/me/awards/${awardId}/term`, reader)}>
      <input type="hidden" name="step" value={step} />
      {children}
    </form>
  );
}

/** The first tap opens it and says what others will see, the second takes the break. */
export function BreakForm({ awardId, typed, reader }: FormProps) {
  const { message } = reader.messages;
  const isTyped = typed?.get('step') === 'take_break';
  return (
    <details open={isTyped}>
      <summary>{message('term-break')}</summary>
      <p>{message('term-break-means')}</p>
      <StepForm awardId={awardId} step="take_break" reader={reader}>
        <TextField
          name="until"
          type="date"
          label={message('term-break-until')}
          help={message('term-break-until-help')}
          value={isTyped ? (typed.get('until') ?? '') : ''}
        />
        <Boxes
          kind="checkbox"
          name="shows_break"
          label={message('term-who-sees')}
          help={message('term-break-who-sees')}
          values={isTyped ? typed.getAll('shows_break') : []}
          options={[{ value: 'yes', label: message('term-break-show') }]}
        />
        <button type="submit">{message('term-break')}</button>
      </StepForm>
    </details>
  );
}

/** Back from a break: one tap, and all is as it was. */
export function ComeBackForm({ awardId, reader }: FormProps) {
  const { message } = reader.messages;
  return (
    <StepForm awardId={awardId} step="come_back" reader={reader}>
      <button type="submit">{message('term-come-back')}</button>
    </StepForm>
  );
}

/** The first tap opens it and says what others will see, the second ends the term. */
export function StepDownForm({ awardId, typed, reader }: FormProps) {
  const { message } = reader.messages;
  const isTyped = typed?.get('step') === 'step_down';
  return (
    <details open={isTyped}>
      <summary>{message('term-step-down')}</summary>
      <p>{message('term-step-down-means')}</p>
      <StepForm awardId={awardId} step="step_down" reader={reader}>
        <Boxes
          kind="checkbox"
          name="shows_stepping_down"
          label={message('term-who-sees')}
          help={message('term-step-down-who-sees')}
          values={isTyped ? typed.getAll('shows_stepping_down') : []}
          options={[{ value: 'yes', label: message('term-step-down-show') }]}
        />
        <button type="submit">{message('term-step-down-now')}</button>
      </StepForm>
    </details>
  );
}

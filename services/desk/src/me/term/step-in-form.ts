import { isDay } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { TermStep } from '@laurel/core/role-term';

/** The step that a form asks for: `step`, `until` and `shows_break` or `shows_stepping_down` as `yes`. */
export function stepInForm(form: URLSearchParams): Result<TermStep, Failure> {
  const step = form.get('step');
  switch (step) {
    case 'take_break': {
      const until = (form.get('until') ?? '').trim();
      if (until !== '' && !isDay(until)) {
        const detail = 'Must be a day that exists, as YYYY-MM-DD, or empty.';
        return refuse({ reason: 'request_invalid', issues: [{ pointer: '/until', detail }] });
      }
      const shows = form.get('shows_break') === 'yes';
      return ok({ step, until: until === '' ? null : until, shows });
    }
    case 'step_down':
      return ok({ step, shows: form.get('shows_stepping_down') === 'yes' });
    case 'come_back':
    case 'show':
    case 'keep_to_oneself':
      return ok({ step });
    default:
      return refuse({
        reason: 'request_invalid',
        issues: [{ pointer: '/step', detail: 'Must be one of the buttons of the page.' }],
      });
  }
}

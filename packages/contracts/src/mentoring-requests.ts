import { ACHIEVEMENT_THEMES } from '@laurel/core/achievement-theme';
import { isDay } from '@laurel/core/day';
import { languageTagFrom } from '@laurel/core/language';
import {
  HOURS_BANDS,
  MAX_MENTORING_LANGUAGES,
  MAX_TOPIC_LENGTH,
  MAX_TOPICS,
  MENTORING_SIDES,
} from '@laurel/core/mentoring';
import { textMistake } from '@laurel/core/plain-text';
import * as z from 'zod';
import { Language } from './award-request.ts';

const Day = z.string().refine(isDay, 'A day that exists, as YYYY-MM-DD.');

/** What somebody says of mentoring, to be confirmed by the other one. `today` is the last day on which it can begin. */
export function mentoringAsk(today: string) {
  return z
    .strictObject({
      side: z.enum(MENTORING_SIDES),
      achievement: z.string().min(1).max(200),
      username: z.string().trim().min(1).max(1_000),
      start: Day.refine((day) => day <= today, 'It has not begun yet.'),
      /** Empty where it still goes on. */
      end: Day.or(z.literal('')),
      languages: z
        .array(z.string().refine((tag) => languageTagFrom(tag) === tag, 'A BCP 47 language tag.'))
        .min(1)
        .max(MAX_MENTORING_LANGUAGES),
      themes: z.array(z.enum(ACHIEVEMENT_THEMES)),
      topics: z
        .array(
          z
            .string()
            .trim()
            .min(1)
            .max(MAX_TOPIC_LENGTH)
            .refine((topic) => textMistake(topic) === null, 'One line of plain text.'),
        )
        .max(MAX_TOPICS),
      hoursBand: z.enum(HOURS_BANDS),
    })
    .refine(({ start, end }) => end === '' || start <= end, {
      path: ['end'],
      message: 'The period ends before it starts.',
    })
    .refine(({ themes, topics }) => themes.length + topics.length > 0, {
      path: ['topics'],
      message: 'At least one topic.',
    });
}
export type MentoringAsk = z.infer<ReturnType<typeof mentoringAsk>>;

/** `PUT /api/v1/issuers/{slug}/mentoring`: what the issuer awards for mentoring, by slugs. */
export const MentoringOfferRequest = z.strictObject({
  achievements: z.array(z.string().min(1).max(200)).max(20),
});

/** `POST /api/v1/issuers/{slug}/mentorships/{id}/award`: consent is always asked for. */
export const MentorshipAwardRequest = z.strictObject({
  language: Language.optional(),
  /** The last day that is recognised, of what still goes on; today where it is left out. */
  end: Day.optional(),
});
export type MentorshipAwardRequest = z.infer<typeof MentorshipAwardRequest>;

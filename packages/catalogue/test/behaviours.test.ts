import { languageTagFrom } from '@laurel/core/language';
import { expect, test } from 'vitest';
import {
  BEHAVIOUR_DRAFTS,
  BEHAVIOURS,
  behaviourOf,
  behaviourWorded,
  QUALITIES,
} from '../src/behaviours.ts';

const all = BEHAVIOURS.flatMap(({ behaviours }) => behaviours);

test('every quality has behaviours, and no two of these share an id or a wording', () => {
  expect(BEHAVIOURS.map(({ quality }) => quality)).toEqual(QUALITIES);
  expect(all.length).toBeGreaterThan(50);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { id, text } of all) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(behaviourOf(id)?.id).toBe(id);
    for (const wording of Object.values(text)) expect(behaviourWorded(wording)?.id).toBe(id);
  }
});

test('each is there in English and Arabic, of which the second is a draft', () => {
  for (const { text } of all) {
    expect(Object.keys(text).sort()).toEqual(['ar', 'en']);
    expect(Object.keys(text).map(languageTagFrom)).toEqual(Object.keys(text));
  }
  expect(BEHAVIOUR_DRAFTS).toEqual(['ar']);
});

test('nobody is a leader in them, and nothing is counted or compared', () => {
  expect(JSON.stringify(BEHAVIOURS)).not.toMatch(/leader|edit.?count|\brank|\bpoints?\b|\bscor/i);
});

test('an id or a wording that there is not is none', () => {
  expect(behaviourOf('being-rich')).toBeNull();
  expect(behaviourWorded('Being rich')).toBeNull();
});

import type { Objection } from '@laurel/core/lint/objection';

/** The name of a text's field in the forms; lists count from 0. */
function fieldOfPointer(pointer: string): string {
  const [, field = '', at = ''] = pointer.split('/');
  return /^\d+$/.test(at) && field !== 'skills' ? `${field}-${at}` : field;
}

/** Where an objection is put right: a part of the draft, at the field that it is about. */
export function placeOf(draftPath: string, { field, pointer, language }: Objection): string {
  switch (field) {
    case 'skills':
      return `${draftPath}/skills#field-skills`;
    case 'term':
      return `${draftPath}/facts#field-lengthMonths`;
    case 'evidenceClasses':
      return `${draftPath}/facts#field-evidenceClasses`;
    default:
      return `${draftPath}/texts?language=${language ?? ''}#field-${fieldOfPointer(pointer)}`;
  }
}

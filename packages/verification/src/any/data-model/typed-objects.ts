import type { Issue } from '@laurel/core/failure';
import { isJsonObject } from '@laurel/core/json';
import { idRules } from './id.ts';
import { broken, itemsOf, memberOf, type Place } from './place.ts';
import { statusEntryRules } from './status-entry.ts';
import { typeRules } from './types.ts';
import type { DataModelVersion } from './version.ts';

/** The properties whose values each say their type, and in which versions also an id (VCDM 2.0, Sections 4.10, 4.11 and 5.4 to 5.6; 1.1, Sections 4.9 and 5.4 to 5.6). */
const NEED_ID: Readonly<Record<string, readonly DataModelVersion[]>> = {
  credentialStatus: ['1.1'],
  credentialSchema: ['2.0', '1.1'],
  refreshService: ['1.1'],
  termsOfUse: [],
  evidence: [],
};

/** What stands beside the claims: objects with a type, and a URL as their id. */
export function typedObjectRules(document: Place, version: DataModelVersion): readonly Issue[] {
  return Object.entries(NEED_ID).flatMap(([name, withId]) =>
    itemsOf(memberOf(document, name)).flatMap((object) =>
      isJsonObject(object.value)
        ? [
            ...typeRules(object),
            ...idRules(object, withId.includes(version) ? 'required' : 'optional'),
            ...(name === 'credentialStatus' ? statusEntryRules(object) : []),
          ]
        : [broken(object, 'This must be an object with a type.')],
    ),
  );
}

import type { Achievement } from '@laurel/core/achievement';
import { customType } from 'drizzle-orm/sqlite-core';

/** An achievement as JSON. Versions of before there were themes, or engagement levels, have none. */
export const achievementFacts = customType<{ data: Achievement; driverData: string }>({
  dataType: () => 'text',
  toDriver: (facts) => JSON.stringify(facts),
  fromDriver: (stored) => ({ theme: null, engagementLevels: [], ...JSON.parse(stored) }),
});

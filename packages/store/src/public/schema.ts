export { publishedAchievements } from './achievements.ts';
export { badgeFeed } from './badge-feed.ts';
export { collections, retiredLinks, shownBefore } from './collections.ts';
export { credentials } from './credentials.ts';
export { issuerDatabases } from './issuer-databases.ts';
export { issuerLogos, issuers } from './issuers.ts';
export { keyHistories } from './key-histories.ts';
export {
  logCheckpoints,
  logEntries,
  logPending,
  logSalts,
  logSubtrees,
} from './log.ts';
export { publishedMaps } from './maps.ts';
export { openSeats, shownSeatFeeds } from './open-seats.ts';
export { partStates } from './part-states.ts';
export { statusEntries, statusLists } from './status-lists.ts';
export { verificationKeys } from './verification-keys.ts';

/**
 * How long a new key is published before it signs: longer than anybody keeps a copy of did.json, so that
 * nobody meets a signature by a key that they cannot know yet.
 */
export const KEY_PUBLISHED_AHEAD_SECONDS = 86_400;

/** A key that has signed for this long is followed by another: what a thief of it gains stays bounded. */
export const KEY_ROTATION_AGE_SECONDS = 365 * 86_400;

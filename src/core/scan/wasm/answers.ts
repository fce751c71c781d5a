/** What the loops answer besides places. */

/** Of `scanValue`: more bytes are needed, something is broken, or there are more hits or levels than there is room for. */
export const NEEDS_MORE: i32 = -1;
export const IS_BROKEN: i32 = -2;
export const HAS_NO_ROOM: i32 = -3;

/** Of `readText`: whether the text holds an object or a list, or {@link HAS_NO_ROOM}. */
export const IS_NONE: i32 = 0;
export const IS_READ: i32 = 1;

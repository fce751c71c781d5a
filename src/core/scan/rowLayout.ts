/**
 * Where things lie in the room of a row reader, from its beginning on. Read by `simdRowReader.ts` and, as AssemblyScript, by
 * `wasm/readRow.ts`: numbers without types are both.
 */

export const MAX_FIELDS = 64;
export const MAX_COLUMNS = 32;
export const FIELDS_OF_COLUMN = 8;
export const MAX_IDS = 8;
/** Length of the longest text that is remembered. */
export const MAX_TEXT = 0x4000;
/** Texts are looked up in a table that is at most half full, and kept behind each other in an arena. */
export const TABLE_LENGTH = 0x8000;
export const ARENA_BYTES = 0x180000;
/** Hits of a record that lies elsewhere are taken over, if they and their bytes are not more than this. */
export const MAX_TAKEN_HITS = 1024;
export const MAX_TAKEN_BYTES = 0x10000;

/** In place of a field: there is none. */
export const NO_FIELD = 0xff;
/** As many bytes as may be read or written behind the last one. */
const MARGIN = 16;

export const FIELD_OF_PATH = 0;
export const IS_OWN_KEY = FIELD_OF_PATH + 256;
export const RANKS = IS_OWN_KEY + 256;
export const COLUMN_FIELDS = RANKS + 256;
export const ID_FIELDS = COLUMN_FIELDS + MAX_COLUMNS * FIELDS_OF_COLUMN;
export const HIT_OF_FIELD = ID_FIELDS + MAX_IDS;
export const ENTRIES = HIT_OF_FIELD + 4 * MAX_FIELDS;
export const HIT_OF_COLUMN = ENTRIES + 4 * MAX_COLUMNS;
export const GUIDS = HIT_OF_COLUMN + 4 * MAX_COLUMNS;
export const IS_GUID = GUIDS + 16 * MAX_IDS;
export const JOINED = IS_GUID + MAX_IDS;
export const PATH_OF_FIELD = JOINED + MAX_TEXT + MARGIN;
export const NUMBERS = PATH_OF_FIELD + MAX_FIELDS;
export const TABLE = NUMBERS + 16;
export const ARENA = TABLE + 4 * TABLE_LENGTH;
export const TAKEN_STARTS = ARENA + ARENA_BYTES + MARGIN;
export const TAKEN_ENDS = TAKEN_STARTS + 4 * MAX_TAKEN_HITS;
export const TAKEN_FIELDS = TAKEN_ENDS + 4 * MAX_TAKEN_HITS;
export const TAKEN_KINDS = TAKEN_FIELDS + MAX_TAKEN_HITS;
export const TAKEN_BYTES = TAKEN_KINDS + MAX_TAKEN_HITS;

/** So much room a reader needs in the memory. */
export const ROW_READER_BYTES = TAKEN_BYTES + MAX_TAKEN_BYTES + MARGIN;

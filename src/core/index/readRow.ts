import type { JoinedRows, ProvisioningEvent } from '../model';
import { joinContents } from '../record/joinContents';
import { decodeRange } from '../record/jsonNode';
import { readEvent } from '../record/readEvent';
import type { BuiltLog } from './buildIndex';

/** Reads some bytes of one of a log's files. */
export type ReadBytes = (file: number, byteOffset: number, byteLength: number) => Promise<Uint8Array>;

/** What a row's record says, together with its rows in other files. */
interface RowContent {
  /** UTF-8 of a JSON object with the names of `fieldNames.ts`: the record itself where it is that. */
  readonly content: Uint8Array;
  /** The record as it stands in its file. */
  readonly bytes: Uint8Array;
  readonly joined: readonly JoinedRows[];
}

/** Reads what is known of a row from its files. Rejects when reading does. */
async function readContent(built: BuiltLog, row: number, read: ReadBytes): Promise<RowContent> {
  const { index, files } = built;
  const { file, byteOffset, byteLength } = index.range(row);
  const places = index.joinedPlaces(row);
  const bytes = await read(file, byteOffset, byteLength);
  const joined: JoinedRows[] = [];
  const others: Uint8Array[] = [];
  for (const place of places) {
    const rows = await read(place.file, place.byteOffset, place.byteLength);
    others.push(files[place.file]!.contentOf(rows, place.byteOffset));
    joined.push({ ...place, text: decodeRange(rows, 0, rows.length).text });
  }
  return { content: joinContents(files[file]!.contentOf(bytes, byteOffset), others), bytes, joined };
}

/** Reads one event of a log. Rejects when reading does. */
export async function readRow(built: BuiltLog, row: number, read: ReadBytes): Promise<ProvisioningEvent> {
  const { index, files } = built;
  const { file, byteOffset, key } = index.range(row);
  // Asked before the files are: meanwhile a log that is still read may lose rows that it held twice.
  const { sourceSystem, targetSystem, id } = index.summary(row);
  const { content, bytes, joined } = await readContent(built, row, read);
  const event = { ...readEvent({ bytes, content, key, file, byteOffset }), sourceSystem, targetSystem };
  // Rows of steps may have IDs of their own, which are not the event's.
  return files[file]!.format?.isTable === true ? { ...event, id, isTable: true, joined } : event;
}

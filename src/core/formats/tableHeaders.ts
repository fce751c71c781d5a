import { listOf, type JsonNode, nodeText, valuesByName } from '../record/jsonNode';
import { parseJson } from '../record/parseJson';

/** The columns of one table of a file. */
export interface TableHeader {
  /** Where it stands: it holds for the rows behind it. */
  readonly byteOffset: number;
  readonly names: readonly string[];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The columns of a file's tables. */
export class TableHeaders {
  private readonly headers: TableHeader[] = [];

  /** Adds the header of the next table: a list of objects with a `name`, or of names. */
  add(json: Uint8Array, byteOffset: number): TableHeader {
    const names = listOf(parseJson(json).root).map((column) => {
      const name = column.kind === 'object' ? valuesByName(column).get('name') : column;
      return nodeText(json, name);
    });
    const header = { byteOffset, names };
    this.headers.push(header);
    return header;
  }

  /** A row as an object with the columns' names, for the row at a place of the file. */
  objectOf(row: Uint8Array, byteOffset: number): Uint8Array {
    const header = this.headers.filter((each) => each.byteOffset <= byteOffset).at(-1);
    const members = elementsOf(row).flatMap(({ start, end }, column) => {
      const name = header?.names[column];
      return name === undefined ? [] : [`${JSON.stringify(name)}:${decoder.decode(row.subarray(start, end))}`];
    });
    return encoder.encode(`{${members.join(',')}}`);
  }
}

/** The values of a row. */
export function elementsOf(row: Uint8Array): readonly JsonNode[] {
  return listOf(parseJson(row).root);
}

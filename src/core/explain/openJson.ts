import type { Detail } from '../model';
import { type JsonNode, nodeValue } from '../record/jsonNode';
import { parseJson } from '../record/parseJson';

/** A text that holds JSON, laid open. */
export interface OpenedJson {
  /** Its leaves as path and value (`detail`, `members[2].value`), in the text's order; numbers keep their spelling. */
  readonly rows: readonly Detail[];
  /** True when there are more leaves than {@link MAX_ROWS}, or some stand too deep. */
  readonly isCut: boolean;
  /** True when the text is not quite JSON: what could be read of it is here. */
  readonly isBroken: boolean;
}

/** So many leaves are laid open. */
export const MAX_ROWS = 200;

/** Texts of more UTF-16 units stay closed. */
const MAX_LENGTH = 1_000_000;
const limits = { depth: 30, values: 5_000 };

/** Lays a text open that holds a JSON object or array, perhaps a broken one; undefined for any other text. */
export function openJson(text: string): OpenedJson | undefined {
  const trimmed = text.trim();
  if (!/^[{[]/.test(trimmed) || trimmed.length > MAX_LENGTH) return undefined;
  const bytes = new TextEncoder().encode(trimmed);
  const { root, faults } = parseJson(bytes, limits);
  if (root === undefined || (root.kind !== 'object' && root.kind !== 'array')) return undefined;
  const rows: Detail[] = [];
  const isCut = collect(bytes, root, '', rows);
  return { rows, isCut, isBroken: faults.length > 0 };
}

/** Adds the leaves below a node; true when some were left out. Recursion is bound by {@link limits}. */
function collect(bytes: Uint8Array, node: JsonNode, path: string, rows: Detail[]): boolean {
  if (rows.length >= MAX_ROWS) return true;
  if (node.kind === 'object' && node.members.length > 0) {
    return node.members
      .map(({ key, value }) => collect(bytes, value, path === '' ? key : `${path}.${key}`, rows))
      .includes(true);
  }
  if (node.kind === 'array' && node.elements.length > 0) {
    return node.elements.map((element, index) => collect(bytes, element, `${path}[${index}]`, rows)).includes(true);
  }
  rows.push({ name: path, value: nodeValue(bytes, node) });
  return node.kind === 'deep';
}

/** The value of the first row of that name, ignoring case; undefined without one, or when it is null. */
export function openedValue(opened: OpenedJson, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return opened.rows.find((row) => row.name.toLowerCase() === wanted)?.value ?? undefined;
}

import { joinBytes } from '../scan/joinBytes';
import { PrettyPrinter, type PrettyOptions } from './prettyPrinter';

/** The output in one piece; undefined when it passes `maxBytes` or `maxLines`. */
export function prettifyBytes(
  bytes: Uint8Array,
  options: Omit<PrettyOptions, 'sink'>,
): Uint8Array<ArrayBuffer> | undefined {
  const blocks: Uint8Array[] = [];
  const printer = new PrettyPrinter({ ...options, sink: (block) => blocks.push(block) });
  printer.push(bytes);
  const { isTooLarge } = printer.end();
  return isTooLarge ? undefined : joinBytes(blocks);
}

/** Stands for any unit outside ASCII: no such unit means anything to the printer, it only has to keep its place. */
const OTHER = 0x80;
const UNITS_A_PIECE = 8_192;

/** V8 holds no string of more than twice this length; only absurd nesting makes a document grow that much. */
const LONGEST_TEXT = 256 * 1024 * 1024;

/**
 * A text (a record, a document) formatted like its bytes would be. Works on UTF-16 units, so that not even a lone
 * surrogate is lost, which no encoding to bytes would keep. A text that would pass `maxLength` comes back as it is.
 */
export function prettifyText(text: string, indent: string, eol: '\n' | '\r\n', maxLength = LONGEST_TEXT): string {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = Math.min(text.charCodeAt(at), OTHER);
  const pieces: string[] = [];
  let from = 0;
  const units = new Uint16Array(UNITS_A_PIECE);
  const sink = (block: Uint8Array): void => {
    for (let start = 0; start < block.length; start += UNITS_A_PIECE) {
      const count = Math.min(UNITS_A_PIECE, block.length - start);
      for (let at = 0; at < count; at++) {
        const byte = block[start + at]!;
        if (byte === OTHER) {
          while (bytes[from] !== OTHER) from++;
          units[at] = text.charCodeAt(from++);
        } else {
          units[at] = byte;
        }
      }
      pieces.push(String.fromCharCode(...units.subarray(0, count)));
    }
  };
  const printer = new PrettyPrinter({ indent, eol, sink, maxBytes: maxLength });
  printer.push(bytes);
  return printer.end().isTooLarge ? text : pieces.join('');
}

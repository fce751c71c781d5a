import { CARRIAGE_RETURN, LINE_FEED } from './byteClasses';
import type { ScanFault, ScanFaultCode } from './recordScanner';
import { ScanBuffer } from './scanBuffer';
import type { ScanEngine } from './scanEngine';
import type { LineEnds, TextMeasure } from './textMeasure';

/** A fault whose end is not known yet. */
export type OpenFault = Omit<ScanFault, 'byteLength'>;

/** A scanner's buffer together with what is known of the text in it: it turns places in the buffer into places in the file. */
export class ScanPosition {
  readonly buffer: ScanBuffer;
  readonly measure: TextMeasure;
  /** The text is measured up to this place in the buffer. */
  private measured = 0;

  constructor(chunkBytes: number, engine: ScanEngine) {
    this.buffer = new ScanBuffer(chunkBytes, engine);
    this.measure = engine.measure;
  }

  /** Room in the buffer. Everything consumed must be measured: its bytes may be given up. */
  room(): Uint8Array {
    const room = this.buffer.room();
    this.measured = this.buffer.at;
    return room;
  }

  /** Counts the text up to a place in the buffer. */
  measureTo(at: number): void {
    if (at > this.measured) this.measure.add(this.buffer.bytes, this.measured, at);
    this.measured = at;
  }

  /** Says that the bytes up to a place are ASCII, and how many line ends are among them, not counting their ends. */
  passPlain(at: number, lineEnds: LineEnds): void {
    this.measure.addPlain(lineEnds);
    this.measured = at;
  }

  /** Says that the bytes up to a place are a byte order mark. */
  passByteOrderMark(at: number): void {
    this.measure.addByteOrderMark();
    this.measured = at;
  }

  /** A fault at the next byte to consume, or inside what was measured last. */
  fault(code: ScanFaultCode, at: number, byteLength: number, event?: number): ScanFault {
    return { ...this.open(code, at, event), byteLength };
  }

  /** A fault that begins at a place and will be closed with {@link close}. */
  open(code: ScanFaultCode, at: number, event?: number): OpenFault {
    if (at > this.measured) this.measureTo(at);
    const { buffer, measure, measured } = this;
    const line = measure.line - lineEndsIn(buffer.bytes, at, measured);
    return { code, byteOffset: buffer.offsetOf(at), line, ...(event !== undefined && { event }) };
  }

  /** Ends a fault in front of a place. */
  close(fault: OpenFault, at: number): ScanFault {
    return { ...fault, byteLength: this.buffer.offsetOf(at) - fault.byteOffset };
  }
}

/** Line ends in `bytes[from, to)`; 0 when the range is empty. */
function lineEndsIn(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte === LINE_FEED || (byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED)) count++;
  }
  return count;
}

/** Scanners read a 0 behind the last byte, which ends their loops, and with it three more bytes of any value. */
export const SCAN_MARGIN = 4;

/** A copy of some bytes with a {@link SCAN_MARGIN} behind them. */
export function withMargin(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes.length + SCAN_MARGIN);
  copy.set(bytes);
  return copy;
}

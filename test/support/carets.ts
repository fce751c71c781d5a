/** A text with places marked in it. */
export interface MarkedText {
  /** The drawing without its lines of carets. */
  readonly text: string;
  /** The marked places in UTF-16 units of `text`, in the order in which they were drawn; `end` is exclusive. */
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

/**
 * Reads a drawing in which a line of spaces and carets marks what stands above it:
 *
 *     {"errorCode":"BoxEntryConflict"}
 *                   ^^^^^^^^^^^^^^^^
 *
 * One line may mark several places.
 */
export function withCarets(drawing: string): MarkedText {
  const lines: string[] = [];
  const ranges: { start: number; end: number }[] = [];
  for (const line of drawing.split('\n')) {
    if (!/^[ ^]*\^[ ^]*$/.test(line)) {
      lines.push(line);
      continue;
    }
    const lineStart = lines.slice(0, -1).reduce((sum, each) => sum + each.length + 1, 0);
    for (const { index, 0: carets } of line.matchAll(/\^+/g)) {
      ranges.push({ start: lineStart + index, end: lineStart + index + carets.length });
    }
  }
  return { text: lines.join('\n'), ranges };
}

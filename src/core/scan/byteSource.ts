/** Where a file's bytes come from. Reading never changes the file. */
export interface ByteSource {
  /** Length in bytes when the source was opened. */
  readonly size: number;
  /**
   * Fills `target` from `offset` on and resolves to the number of bytes read: less than `target.length` only at
   * the end of the source. Rejects when the source cannot be read.
   */
  readInto(target: Uint8Array, offset: number): Promise<number>;
  /** Does the same at once, throwing instead: nothing else goes on meanwhile. Absent where that cannot be. */
  readNow?(target: Uint8Array, offset: number): number;
  /** Gives the file handle back, where there is one. */
  close(): Promise<void>;
}

/** A stretch of another source. Closing it leaves the other one open. */
export function sliceSource(source: ByteSource, start: number, size: number): ByteSource {
  const within = (target: Uint8Array, offset: number): Uint8Array =>
    target.subarray(0, Math.max(0, Math.min(target.length, size - offset)));
  return {
    size,
    readInto: (target, offset) => {
      const part = within(target, offset);
      return part.length === 0 ? Promise.resolve(0) : source.readInto(part, start + offset);
    },
    ...(source.readNow !== undefined && {
      readNow: (target, offset) => {
        const part = within(target, offset);
        return part.length === 0 ? 0 : source.readNow!(part, start + offset);
      },
    }),
    close: () => Promise.resolve(),
  };
}

/** A source over bytes that are in memory already. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    readInto: (target, offset) => {
      const part = bytes.subarray(offset, offset + target.length);
      target.set(part);
      return Promise.resolve(part.length);
    },
    close: () => Promise.resolve(),
  };
}

/** Turns packed bytes into what was packed, piece by piece. Never throws for what they hold. */
export interface Unpacker {
  /** Takes the next packed bytes; they may be overwritten afterwards. */
  push(packed: Uint8Array): Unpacked;
  /** There are no more bytes. */
  end(): Unpacked;
}

/** What some packed bytes came to. */
export interface Unpacked {
  readonly pieces: readonly Uint8Array[];
  /** Why nothing more comes. */
  readonly fault?: UnpackFault;
}

/**
 * `cut`: the bytes ended too early. `damaged`: they cannot be what was packed. `trailing`: what was packed is complete,
 * and bytes behind it belong to something else.
 */
export type UnpackFault = 'cut' | 'damaged' | 'trailing';

/** Bytes that were put into an archive as they are. */
export class StoredUnpacker implements Unpacker {
  push(packed: Uint8Array): Unpacked {
    return { pieces: [packed.slice()] };
  }

  end(): Unpacked {
    return { pieces: [] };
  }
}

/**
 * SHA-256 and HMAC as FIPS 180-4 and RFC 2104 define them, because the platforms' own are asynchronous or differ: a
 * pseudonym is wanted for every word of a log, at once.
 */

const BLOCK = 64;
const DIGEST = 32;

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
// prettier-ignore
const roundConstants = new Int32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);

/** The same of the square roots of the first 8 primes. */
// prettier-ignore
const initialState = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
];

/** The digest of a message, 32 bytes. */
export function sha256(message: Uint8Array): Uint8Array {
  return finish(Uint32Array.from(initialState), message, message.length, new Uint8Array(DIGEST));
}

/**
 * The keyed digest of messages, 32 bytes each. Prepare once for a key, call for each message: an answer is valid until
 * the next call.
 */
export function hmacSha256(key: Uint8Array): (message: Uint8Array) => Uint8Array {
  const block = new Uint8Array(BLOCK);
  block.set(key.length > BLOCK ? sha256(key) : key);
  const inner = stateAfter(block.map((byte) => byte ^ 0x36));
  const outer = stateAfter(block.map((byte) => byte ^ 0x5c));
  const state = new Uint32Array(inner.length);
  const digest = new Uint8Array(DIGEST);
  return (message) => {
    state.set(inner);
    finish(state, message, BLOCK + message.length, digest);
    state.set(outer);
    return finish(state, digest, BLOCK + DIGEST, digest);
  };
}

function stateAfter(block: Uint8Array): Uint32Array {
  const state = Uint32Array.from(initialState);
  compress(state, block, 0);
  return state;
}

/** What is left of a message, and its padding. */
const tail = new Uint8Array(2 * BLOCK);

/** Takes in what is left of a message of `length` bytes in all, and its padding; writes the digest to `digest`. */
function finish(state: Uint32Array, rest: Uint8Array, length: number, digest: Uint8Array): Uint8Array {
  const whole = rest.length - (rest.length % BLOCK);
  for (let at = 0; at < whole; at += BLOCK) compress(state, rest, at);
  const left = rest.length - whole;
  const tailLength = left + 9 > BLOCK ? 2 * BLOCK : BLOCK;
  tail.fill(0, left, tailLength);
  tail.set(whole === 0 ? rest : rest.subarray(whole));
  tail[left] = 0x80;
  writeWord(tail, tailLength - 8, Math.floor(length / 0x20000000));
  writeWord(tail, tailLength - 4, length << 3);
  for (let at = 0; at < tailLength; at += BLOCK) compress(state, tail, at);
  for (let word = 0; word < state.length; word++) writeWord(digest, word * 4, state[word]!);
  return digest;
}

function writeWord(bytes: Uint8Array, at: number, word: number): void {
  bytes[at] = word >>> 24;
  bytes[at + 1] = word >>> 16;
  bytes[at + 2] = word >>> 8;
  bytes[at + 3] = word;
}

const schedule = new Int32Array(64);

function compress(state: Uint32Array, bytes: Uint8Array, offset: number): void {
  for (let t = 0; t < 16; t++) {
    const at = offset + t * 4;
    schedule[t] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  }
  for (let t = 16; t < 64; t++) {
    const w15 = schedule[t - 15]!;
    const w2 = schedule[t - 2]!;
    const small0 = rotated(w15, 7) ^ rotated(w15, 18) ^ (w15 >>> 3);
    const small1 = rotated(w2, 17) ^ rotated(w2, 19) ^ (w2 >>> 10);
    schedule[t] = (schedule[t - 16]! + small0 + schedule[t - 7]! + small1) | 0;
  }
  // One by one, and whole numbers of 32 bits with a sign: unpacking a list here takes most of the time.
  let a = state[0]! | 0;
  let b = state[1]! | 0;
  let c = state[2]! | 0;
  let d = state[3]! | 0;
  let e = state[4]! | 0;
  let f = state[5]! | 0;
  let g = state[6]! | 0;
  let h = state[7]! | 0;
  for (let t = 0; t < 64; t++) {
    const big1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const first = (h + big1 + ((e & f) ^ (~e & g)) + roundConstants[t]! + schedule[t]!) | 0;
    const big0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
  state[4]! += e;
  state[5]! += f;
  state[6]! += g;
  state[7]! += h;
}

function rotated(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

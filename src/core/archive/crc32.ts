const tables = makeTables();

/** The check sum that zip and gzip keep of their content. `before` is that of the bytes in front of these. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const [first, second, third, fourth] = tables;
  let sum = ~before;
  let at = 0;
  for (const end = bytes.length - 3; at < end; at += 4) {
    sum ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    sum = fourth[sum & 0xff]! ^ third[(sum >>> 8) & 0xff]! ^ second[(sum >>> 16) & 0xff]! ^ first[(sum >>> 24) & 0xff]!;
  }
  for (; at < bytes.length; at++) sum = first[(sum ^ bytes[at]!) & 0xff]! ^ (sum >>> 8);
  return ~sum >>> 0;
}

type Tables = readonly [Int32Array, Int32Array, Int32Array, Int32Array];

/** The sums of each byte with none, one, two and three zero bytes behind it. */
function makeTables(): Tables {
  const made: Tables = [new Int32Array(256), new Int32Array(256), new Int32Array(256), new Int32Array(256)];
  for (let byte = 0; byte < 256; byte++) {
    let sum = byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    made[0][byte] = sum;
  }
  for (let byte = 0; byte < 256; byte++) {
    for (let zeros = 1; zeros < 4; zeros++) {
      const shorter = made[zeros - 1]![byte]!;
      made[zeros]![byte] = made[0][shorter & 0xff]! ^ (shorter >>> 8);
    }
  }
  return made;
}

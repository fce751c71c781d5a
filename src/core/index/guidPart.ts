import { GUID_LENGTH } from './guid';

/** Where a text may stand in a GUID: what the four words must hold, of the bits that count. */
interface Place {
  readonly masks: Uint32Array;
  readonly values: Uint32Array;
}

/** Where the dashes stand in the text of a GUID. */
const dashes: ReadonlySet<number> = new Set([8, 13, 18, 23]);

/**
 * Whether a packed GUID holds a text, without building its text. Prepare once, call for each GUID: its words stand from
 * `at` on. A GUID is in small letters, so the text must be, too.
 */
export function guidPart(part: string): (words: Uint32Array, at: number) => boolean {
  const places = placesOf(part);
  return (words, at) => {
    for (const { masks, values } of places) {
      if (
        (words[at]! & masks[0]!) >>> 0 === values[0] &&
        (words[at + 1]! & masks[1]!) >>> 0 === values[1] &&
        (words[at + 2]! & masks[2]!) >>> 0 === values[2] &&
        (words[at + 3]! & masks[3]!) >>> 0 === values[3]
      ) {
        return true;
      }
    }
    return false;
  };
}

function placesOf(part: string): readonly Place[] {
  const places: Place[] = [];
  for (let start = 0; start + part.length <= GUID_LENGTH; start++) {
    const place = placeAt(part, start);
    if (place) places.push(place);
  }
  return places;
}

/** Undefined when no GUID holds the text there. */
function placeAt(part: string, start: number): Place | undefined {
  const masks = new Uint32Array(4);
  const values = new Uint32Array(4);
  for (let at = 0; at < part.length; at++) {
    const character = part.charAt(at);
    if (dashes.has(start + at)) {
      if (character !== '-') return undefined;
      continue;
    }
    if (!/[0-9a-f]/.test(character)) return undefined;
    const digit = start + at - dashesBefore(start + at);
    const shift = 28 - 4 * (digit % 8);
    masks[digit >>> 3]! |= 0xf << shift;
    values[digit >>> 3]! |= parseInt(character, 16) << shift;
  }
  return { masks, values };
}

function dashesBefore(place: number): number {
  return [...dashes].filter((dash) => dash < place).length;
}

import { isPlainAscii } from './foldWord';
import { hmacSha256 } from './sha256';

/** 80 syllables of two letters; seven of them tell 2 × 10^13 words apart. */
const consonants = 'bdfghjklmnprstvz';
const vowels = 'aeiou';
const hexDigits = '0123456789abcdef';
const SYLLABLES = 7;
const DIGITS = 15;

const MESSAGE_BYTES = 256;

/** So many pseudonyms are kept at hand. */
const KEPT = 4_000;

/**
 * Stand-ins that depend on the secret and on what they stand for, and on nothing else: the same in every file and every
 * run, and not to be traced back without the secret. Upper and lower case makes no difference to the stand-in, and shows
 * in its own case.
 */
export class Pseudonyms {
  private readonly hash: (message: Uint8Array) => Uint8Array;
  private readonly encoder = new TextEncoder();
  private readonly message = new Uint8Array(MESSAGE_BYTES);
  private kept = new Map<string, string>();
  /** By the very text that they stand for: most come again and again. */
  private written = new Map<string, string>();

  constructor(secret: Uint8Array) {
    this.hash = hmacSha256(secret);
  }

  /** For a word: another one that can be spoken; for digits: other digits. */
  word(word: string): string {
    return this.writtenFor(word, () => this.wordFor(word));
  }

  /** For a GUID, with dashes or without: another one that is written the same way. */
  guid(guid: string): string {
    return this.writtenFor(guid, () => this.guidFor(guid));
  }

  /** For the address of a machine: one of a private network. */
  ipAddress(address: string): string {
    const digest = this.digest(`ip ${address.toLowerCase()}`);
    return `10.${digest[0]!}.${digest[1]!}.${digest[2]!}`;
  }

  private writtenFor(text: string, make: () => string): string {
    let written = this.written.get(text);
    if (written === undefined) {
      written = make();
      if (this.written.size === KEPT) this.written = new Map();
      this.written.set(text, written);
    }
    return written;
  }

  private wordFor(word: string): string {
    const key = isPlainAscii(word) ? word.toLowerCase() : word.normalize('NFC').toUpperCase().toLowerCase();
    let pseudonym = this.kept.get(key);
    if (pseudonym === undefined) {
      pseudonym = /^\p{Nd}+$/u.test(key) ? this.digits(key) : this.syllables(key);
      if (this.kept.size === KEPT) this.kept = new Map();
      this.kept.set(key, pseudonym);
    }
    return inCaseOf(word, pseudonym);
  }

  private guidFor(guid: string): string {
    const digest = this.digest(`guid ${guid.replaceAll('-', '').toLowerCase()}`);
    let written = '';
    let half = 0;
    for (let at = 0; at < guid.length; at++) {
      if (guid.charAt(at) === '-') written += '-';
      else {
        const byte = digest[half >>> 1]!;
        written += hexDigits[half++ % 2 === 0 ? byte >>> 4 : byte & 0xf]!;
      }
    }
    return /[A-F]/.test(guid) ? written.toUpperCase() : written;
  }

  /** Valid until the next one is asked for. */
  private digest(text: string): Uint8Array {
    // A unit of text takes three bytes at the most.
    if (text.length * 3 > MESSAGE_BYTES) return this.hash(this.encoder.encode(text));
    return this.hash(this.message.subarray(0, this.encoder.encodeInto(text, this.message).written));
  }

  private syllables(word: string): string {
    const digest = this.digest(`word ${word}`);
    let text = '';
    for (let syllable = 0; syllable < SYLLABLES; syllable++) {
      const value = (digest[syllable * 2]! << 8) | digest[syllable * 2 + 1]!;
      text += consonants[value % 16]! + vowels[(value >>> 4) % 5]!;
    }
    return text;
  }

  private digits(number: string): string {
    const digest = this.digest(`number ${number}`);
    let text = '';
    for (let at = 0; at < DIGITS; at++) text += at === 0 ? String(1 + (digest[at]! % 9)) : String(digest[at]! % 10);
    return text;
  }
}

function inCaseOf(word: string, pseudonym: string): string {
  if (!/[A-Z]/.test(word) && (isPlainAscii(word) || !/\p{Lu}/u.test(word))) return pseudonym;
  const isUpper = !/\p{Ll}/u.test(word) && word.length > 1;
  return isUpper ? pseudonym.toUpperCase() : pseudonym.charAt(0).toUpperCase() + pseudonym.slice(1);
}

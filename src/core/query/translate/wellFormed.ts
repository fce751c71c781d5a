/** A text in which every half of a surrogate pair that stands alone is U+FFFD: others cannot be encoded. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

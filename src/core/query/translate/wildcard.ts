/** A pattern in which `*` stands for any characters and `?` for one, as far as other tools have simpler words for it. */
export type WildcardShape =
  | { readonly kind: 'any' }
  | { readonly kind: 'contains' | 'startsWith' | 'endsWith'; readonly text: string }
  | { readonly kind: 'pattern' };

/** What a pattern comes down to: `*a*` contains, `a*` starts with, `*a` ends with; `*` is any value at all. */
export function wildcardShape(pattern: string): WildcardShape {
  if (/^\*+$/.test(pattern)) return { kind: 'any' };
  const [, before = '', text = '', behind = ''] = /^(\**)([^*?]*)(\**)$/.exec(pattern) ?? [];
  if (text === '') return { kind: 'pattern' };
  if (before !== '' && behind !== '') return { kind: 'contains', text };
  if (behind !== '') return { kind: 'startsWith', text };
  return before !== '' ? { kind: 'endsWith', text } : { kind: 'pattern' };
}

/** The texts that every match of a pattern holds, the longest possible ones, in their order. */
export function fixedParts(pattern: string): readonly string[] {
  return pattern.split(/[*?]+/).filter((part) => part !== '');
}

/** A pattern as a regular expression without anchors; `any` and `one` match what `*` and `?` stand for. */
export function wildcardRegex(pattern: string, any: string, one: string, write: (text: string) => string): string {
  return pattern.replace(/\*+|\?|[^*?]+/g, (part) => (part.startsWith('*') ? any : part === '?' ? one : write(part)));
}

/** A text in which nothing has a meaning to a regular expression. */
export function regexText(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

import { foldWithPlaces, foldWord, wordPattern } from './foldWord';
import { isUnspaced, wordParts } from './identityWords';
import { guidPattern, ipPattern, namePatterns } from './patterns';
import { isKnownSystem, isPlainHostWord, isPlainWord } from './plainWords';
import type { Pseudonyms } from './pseudonyms';
import { type TextView, textViews } from './textViews';
import { WordHashes, type WordSet } from './wordSet';

/** Told of everything that is replaced, and of the words of sentences that are not. */
export interface RedactionWatcher {
  onReplaced(original: string, pseudonym: string): void;
  /** A word that stays although nothing is known of it: neither a name from a field nor a word of the service. */
  onLeft(word: string): void;
}

/** A part of a text and what takes its place. */
interface Span {
  readonly start: number;
  end: number;
  readonly pseudonym: string;
}

/** Names this long are found inside longer words, too; in scripts without spaces, any. */
const SHORTEST_INSIDE = 8;
/** A name that stands inside a longer word has at most so many letters. */
const LONGEST_INSIDE = 40;
/** Without dashes. */
const SHORTEST_GUID = 32;
/** Answers about so many different words are kept. */
const KEPT = 50_000;

/**
 * Replaces what names people, hosts and tenants by pseudonyms. Fields that hold names lose every word; sentences lose
 * the words that some field holds, in whatever escapes, and what has the shape of a GUID, a mail address, a host, a
 * distinguished name or a quoted object. Takes time in proportion to the text.
 */
export class Redactor {
  private answers = new Map<string, readonly Span[]>();

  constructor(
    private readonly pseudonyms: Pseudonyms,
    /** The folded words that name somebody; see `addIdentityWords`. */
    private readonly words: WordSet,
    private readonly watcher?: RedactionWatcher,
  ) {}

  /** A name, an address or an ID: nothing of it stays but what stands between its words, and the end of a host. */
  name(text: string): string {
    return this.replaceAllWords(text, (word, at) => isHostLabel(text, word, at));
  }

  /** A value of an attribute: as a name, but for truth values, small numbers and times. */
  value(text: string): string {
    return isPlainValue(text) ? text : this.name(text);
  }

  /** The name of a system or an application: those that everybody has stay. */
  system(text: string): string {
    if (isKnownSystem(text)) return text;
    return this.replaceAllWords(text, (word) => {
      const folded = foldWord(word);
      return isKnownSystem(word) || isPlainWord(folded) || isPlainHostWord(folded);
    });
  }

  /** A sentence. */
  sentence(text: string): string {
    const spans: Span[] = [];
    const views = textViews(text);
    for (const view of views) {
      this.addPatterns(spans, view);
      this.addWords(spans, view);
    }
    const replaced = merged(spans);
    if (this.watcher) noteLeft(views.at(-1)!, replaced, this.watcher);
    return this.written(text, replaced);
  }

  private replaceAllWords(text: string, stays: (word: string, at: number) => boolean): string {
    const spans: Span[] = [];
    const view: TextView = { text, place: (at) => at };
    this.addGuids(spans, view);
    for (const match of text.matchAll(wordPattern)) {
      if (!stays(match[0], match.index)) this.add(spans, view, match, (word) => this.pseudonyms.word(word));
    }
    return this.written(text, merged(spans));
  }

  private addPatterns(spans: Span[], view: TextView): void {
    this.addGuids(spans, view);
    if (/[.:]/.test(view.text)) {
      for (const match of view.text.matchAll(ipPattern))
        this.add(spans, view, match, (ip) => this.pseudonyms.ipAddress(ip));
    }
    for (const { pattern, sign, isHost } of namePatterns) {
      if (!view.text.includes(sign)) continue;
      for (const match of view.text.matchAll(pattern)) {
        const name = match[1] ?? match[0];
        const start = match.index + match[0].lastIndexOf(name);
        for (const { 0: word, index } of name.matchAll(wordPattern)) {
          const folded = foldWord(word);
          const isLabel = name.charAt(index - 1) === '.' && !name.includes('@', index);
          const stays = isPlainHostWord(folded) ? isHost || isLabel : isHost && isLabel && folded.length <= 2;
          if (!stays) this.addSpan(spans, view, start + index, word, this.pseudonyms.word(word));
        }
      }
    }
  }

  private addGuids(spans: Span[], view: TextView): void {
    if (view.text.length < SHORTEST_GUID) return;
    for (const match of view.text.matchAll(guidPattern))
      this.add(spans, view, match, (guid) => this.pseudonyms.guid(guid));
  }

  private addWords(spans: Span[], view: TextView): void {
    for (const { 0: word, index } of view.text.matchAll(wordPattern)) {
      for (const { start, end, pseudonym } of this.answerFor(word)) {
        this.addSpan(spans, view, index + start, word.slice(start, end), pseudonym);
      }
    }
  }

  /** The parts of a word that name somebody. */
  private answerFor(word: string): readonly Span[] {
    let answer = this.answers.get(word);
    if (answer === undefined) {
      answer = this.partsOf(word);
      if (this.answers.size === KEPT) this.answers = new Map();
      this.answers.set(word, answer);
    }
    return answer;
  }

  private partsOf(word: string): readonly Span[] {
    const whole = { start: 0, end: word.length, pseudonym: '' };
    if (this.words.has(foldWord(word))) return [this.named(word, whole)];
    const spans: Span[] = [];
    let at = 0;
    for (const part of wordParts(word)) {
      const start = word.indexOf(part, at);
      at = start + part.length;
      if (this.words.has(foldWord(part))) spans.push(this.named(word, { start, end: at, pseudonym: '' }));
    }
    return merged([...spans, ...this.insideOf(word)]);
  }

  private insideOf(word: string): Span[] {
    const shortest = isUnspaced(word) ? 2 : SHORTEST_INSIDE;
    if (word.length <= shortest) return [];
    const { text, places } = foldWithPlaces(word);
    const hashes = new WordHashes(text);
    const spans: Span[] = [];
    for (let start = 0; start + shortest <= text.length; start++) {
      const longest = Math.min(text.length, start + LONGEST_INSIDE);
      // The longest name counts; a shorter one within it says no more.
      for (let end = longest; end >= start + shortest; end--) {
        if (!this.words.hasPart(hashes, start, end)) continue;
        spans.push(this.named(word, { start: places[start]!, end: places[end]!, pseudonym: '' }));
        break;
      }
    }
    return spans;
  }

  private named(word: string, { start, end }: Span): Span {
    return { start, end, pseudonym: this.pseudonyms.word(word.slice(start, end)) };
  }

  private add(spans: Span[], view: TextView, match: RegExpMatchArray, pseudonymOf: (text: string) => string): void {
    this.addSpan(spans, view, match.index!, match[0], pseudonymOf(match[0]));
  }

  private addSpan(spans: Span[], view: TextView, at: number, original: string, pseudonym: string): void {
    spans.push({ start: view.place(at), end: view.place(at + original.length), pseudonym });
  }

  private written(text: string, spans: readonly Span[]): string {
    let result = '';
    let at = 0;
    for (const { start, end, pseudonym } of spans) {
      this.watcher?.onReplaced(text.slice(start, end), pseudonym);
      result += text.slice(at, start) + pseudonym;
      at = end;
    }
    return result + text.slice(at);
  }
}

/** Whether a word is what many hosts' names have behind a dot. */
function isHostLabel(text: string, word: string, at: number): boolean {
  return text.charAt(at - 1) === '.' && isPlainHostWord(foldWord(word));
}

/** Tells of the words that no span covers, apart from the service's own. */
function noteLeft(view: TextView, spans: readonly Span[], watcher: RedactionWatcher): void {
  let next = 0;
  for (const { 0: word, index } of view.text.matchAll(wordPattern)) {
    const [start, end] = [view.place(index), view.place(index + word.length)];
    while (next < spans.length && spans[next]!.end <= start) next++;
    const isCovered = next < spans.length && spans[next]!.start < end;
    const folded = foldWord(word);
    const isOwn =
      folded.length < 2 || /^\p{N}+[TZ]?\p{N}*$/u.test(word) || isPlainWord(folded) || isPlainHostWord(folded);
    if (!isCovered && !isOwn) watcher.onLeft(word);
  }
}

/** True or false, a number of up to three digits, a date with or without a time, an empty text. */
function isPlainValue(text: string): boolean {
  return /^\s*(?:true|false|yes|no|none|null|-?\d{1,3}|\d{4}-\d\d-\d\d(?:[T ][\d:.]{5,18}Z?)?)?\s*$/i.test(text);
}

/** Spans in order; where several overlap, one that covers them all, with the pseudonym of the longest. */
function merged(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((one, other) => one.start - other.start || other.end - one.end);
  const result: { start: number; end: number; pseudonym: string; longest: number }[] = [];
  for (const { start, end, pseudonym } of sorted) {
    const last = result.at(-1);
    if (last === undefined || start >= last.end) {
      result.push({ start, end, pseudonym, longest: end - start });
      continue;
    }
    if (end - start > last.longest) Object.assign(last, { pseudonym, longest: end - start });
    last.end = Math.max(last.end, end);
  }
  return result;
}

import { eachWord, foldWithPlaces, foldWord, isPlainAscii } from './foldWord';
import { isUnspaced, wordParts } from './identityWords';
import { eachMatch, guidPattern, hostSign, ipPattern, ipSign, isGuid, namePatterns } from './patterns';
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

/** A part of a text, and what stands there when its escapes are taken away. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'guid' | 'ipAddress';
  readonly original: string;
}

/** Names this long are found inside longer words, too; in scripts without spaces, any. */
const SHORTEST_INSIDE = 8;
/** A name that stands inside a longer word has at most so many letters. */
const LONGEST_INSIDE = 40;
/** Without dashes. */
const SHORTEST_GUID = 32;
/** Answers about so many different words are kept. */
const KEPT = 4_000;
/** What so many texts of each kind came to is kept, and of none that is longer. */
const KEPT_TEXTS = 2_000;
const LONGEST_KEPT = 200;

/**
 * Replaces what names people, hosts and tenants by pseudonyms. Fields that hold names lose every word; sentences lose
 * the words that some field holds, in whatever escapes, and what has the shape of a GUID, a mail address, a host, a
 * distinguished name or a quoted object. Takes time in proportion to the text.
 */
export class Redactor {
  private answers = new Map<string, readonly Span[]>();
  private readonly names = new KeptTexts();
  private readonly systems = new KeptTexts();
  private readonly sentences = new KeptTexts();

  constructor(
    private readonly pseudonyms: Pseudonyms,
    /** The folded words that name somebody; see `IdentityWords`. */
    private readonly words: WordSet,
    private readonly watcher?: RedactionWatcher,
  ) {}

  /** A name, an address or an ID: nothing of it stays but what stands between its words, and the end of a host. */
  name(text: string): string {
    if (isGuid(text)) return this.replaced(text, this.pseudonyms.guid(text));
    return this.kept(this.names, text, () =>
      this.replaceAllWords(text, (word, at) => text.charAt(at - 1) === '.' && isPlainHostWord(foldWord(word))),
    );
  }

  /** A value of an attribute: as a name, but for truth values, small numbers and times. */
  value(text: string): string {
    return isPlainValue(text) ? text : this.name(text);
  }

  /** The name of a system or an application: those that everybody has stay. */
  system(text: string): string {
    return this.kept(this.systems, text, () => {
      if (isKnownSystem(text)) return text;
      return this.replaceAllWords(text, (word) => {
        const folded = foldWord(word);
        return isKnownSystem(word) || isPlainWord(folded) || isPlainHostWord(folded);
      });
    });
  }

  /** A sentence. */
  sentence(text: string): string {
    return this.kept(this.sentences, text, () => {
      const spans: Span[] = [];
      const views = textViews(text);
      for (const view of views) {
        this.addPatterns(spans, view);
        this.addWords(spans, view);
      }
      const replaced = merged(spans);
      if (this.watcher) noteLeft(views.at(-1)!, replaced, this.watcher);
      return this.written(text, replaced);
    });
  }

  /** Most texts come again and again, and come to the same. A watcher is told of each. */
  private kept(texts: KeptTexts, text: string, make: () => string): string {
    return this.watcher ? make() : texts.get(text, make);
  }

  private replaceAllWords(text: string, stays: (word: string, at: number) => boolean): string {
    const spans: Span[] = [];
    const view: TextView = { text, place: (at) => at };
    addGuids(spans, view);
    // What stands within a GUID goes with it.
    const guids = spans.length;
    eachWord(text, (word, at) => {
      if (!isWithin(spans, guids, at, at + word.length) && !stays(word, at)) addSpan(spans, view, 'word', word, at);
    });
    return this.written(text, merged(spans));
  }

  private addPatterns(spans: Span[], view: TextView): void {
    const { text } = view;
    addGuids(spans, view);
    if (ipSign.test(text)) {
      eachMatch(ipPattern, text, ({ 0: address, index }) => addSpan(spans, view, 'ipAddress', address, index));
    }
    const hasHost = hostSign.test(text);
    const isAscii = isPlainAscii(text);
    for (const { pattern, asciiPattern, sign, isHost } of namePatterns) {
      if (sign === '.' ? !hasHost : !text.includes(sign)) continue;
      eachMatch(isAscii ? asciiPattern : pattern, text, (match) => {
        const name = match[1] ?? match[0];
        const start = match.index + match[0].lastIndexOf(name);
        eachWord(name, (word, index) => {
          const folded = foldWord(word);
          const isLabel = name.charAt(index - 1) === '.' && !name.includes('@', index);
          const stays = isPlainHostWord(folded) ? isHost || isLabel : isHost && isLabel && folded.length <= 2;
          if (!stays) addSpan(spans, view, 'word', word, start + index);
        });
      });
    }
  }

  private addWords(spans: Span[], view: TextView): void {
    eachWord(view.text, (word, at) => {
      for (const { start, end, kind, original } of this.answerFor(word)) {
        spans.push({ start: view.place(at + start), end: view.place(at + end), kind, original });
      }
    });
  }

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
    if (this.words.has(foldWord(word))) return [spanOf(word, 0, word.length)];
    const spans: Span[] = [];
    let at = 0;
    for (const part of wordParts(word)) {
      const start = word.indexOf(part, at);
      at = start + part.length;
      if (this.words.has(foldWord(part))) spans.push(spanOf(word, start, at));
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
        spans.push(spanOf(word, places[start]!, places[end]!));
        break;
      }
    }
    return spans;
  }

  private written(text: string, spans: readonly Span[]): string {
    let result = '';
    let at = 0;
    for (const { start, end, kind, original } of spans) {
      const replaced = this.replaced(text.slice(start, end), this.pseudonyms[kind](original));
      result += text.slice(at, start) + replaced;
      at = end;
    }
    return result + text.slice(at);
  }

  private replaced(original: string, pseudonym: string): string {
    this.watcher?.onReplaced(original, pseudonym);
    return pseudonym;
  }
}

/** What texts of one kind came to, for as many as are worth it. */
class KeptTexts {
  private texts = new Map<string, string>();

  get(text: string, make: () => string): string {
    if (text.length > LONGEST_KEPT) return make();
    let written = this.texts.get(text);
    if (written === undefined) {
      written = make();
      if (this.texts.size === KEPT_TEXTS) this.texts = new Map();
      this.texts.set(text, written);
    }
    return written;
  }
}

function addGuids(spans: Span[], view: TextView): void {
  if (view.text.length < SHORTEST_GUID) return;
  eachMatch(guidPattern, view.text, ({ 0: guid, index }) => addSpan(spans, view, 'guid', guid, index));
}

function addSpan(spans: Span[], view: TextView, kind: Span['kind'], original: string, at: number): void {
  spans.push({ start: view.place(at), end: view.place(at + original.length), kind, original });
}

function spanOf(word: string, start: number, end: number): Span {
  return { start, end, kind: 'word', original: word.slice(start, end) };
}

/** Whether one of the first spans covers a range. */
function isWithin(spans: readonly Span[], count: number, start: number, end: number): boolean {
  for (let at = 0; at < count; at++) if (spans[at]!.start <= start && end <= spans[at]!.end) return true;
  return false;
}

/** Tells of the words that no span covers, apart from the service's own. */
function noteLeft(view: TextView, spans: readonly Span[], watcher: RedactionWatcher): void {
  let next = 0;
  eachWord(view.text, (word, index) => {
    const [start, end] = [view.place(index), view.place(index + word.length)];
    while (next < spans.length && spans[next]!.end <= start) next++;
    const isCovered = next < spans.length && spans[next]!.start < end;
    const folded = foldWord(word);
    const isOwn =
      folded.length < 2 || /^\p{N}+[TZ]?\p{N}*$/u.test(word) || isPlainWord(folded) || isPlainHostWord(folded);
    if (!isCovered && !isOwn) watcher.onLeft(word);
  });
}

/** True or false, a number of up to three digits, a date with or without a time, an empty text. */
function isPlainValue(text: string): boolean {
  return /^\s*(?:true|false|yes|no|none|null|-?\d{1,3}|\d{4}-\d\d-\d\d(?:[T ][\d:.]{5,18}Z?)?)?\s*$/i.test(text);
}

/** Spans in order; where several overlap, one that covers them all and stands for what the longest of them stands for. */
function merged(spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans;
  const sorted = [...spans].sort((one, other) => one.start - other.start || other.end - one.end);
  const result: { start: number; end: number; longest: Span }[] = [];
  for (const span of sorted) {
    const { start, end } = span;
    const last = result.at(-1);
    if (last === undefined || start >= last.end) {
      result.push({ start, end, longest: span });
      continue;
    }
    if (end - start > last.longest.end - last.longest.start) last.longest = span;
    last.end = Math.max(last.end, end);
  }
  return result.map(({ start, end, longest: { kind, original } }) => ({ start, end, kind, original }));
}

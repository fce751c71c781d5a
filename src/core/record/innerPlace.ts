import { pathAt, type TextPlace } from './pathAt';

/**
 * As {@link pathAt}; where the text at the offset itself holds JSON, or what PowerShell left of an object
 * (`@{name=value; other=}`), first the place inside of it, then the text as a whole. The path of an inner place begins
 * with the one around it. Empty where nothing stands.
 */
export function placesAt(text: string, offset: number): readonly TextPlace[] {
  const place = pathAt(text, offset);
  if (place === undefined) return [];
  if (place.part === 'key' || text[place.start] !== '"') return [place];
  if (isJson.test(place.text)) return [...insideJson(text, place, offset), place];
  const isCut = place.text.startsWith('@{') && place.text.length <= LONGEST_CUT_TEXT;
  return isCut ? [...insidePowerShell(text, place, offset), place] : [place];
}

const isJson = /^\s*[[{]/;
/** What `ConvertTo-Json` cuts is shorter; the search in it takes more than linear time. */
const LONGEST_CUT_TEXT = 20_000;

function insideJson(text: string, around: TextPlace, offset: number): readonly TextPlace[] {
  const spelled = new SpelledText(text, around);
  return placesAt(spelled.content, spelled.contentOffset(offset)).map((place) => within(around, place, spelled));
}

/** A value ends where the next name begins: texts may hold a semicolon. */
const member = /(?<=@\{|; )([\p{L}\p{N}_.@]+)=(.*?)(?=; [\p{L}\p{N}_.@]+=|\}(?: @\{|$))/gsu;

function insidePowerShell(text: string, around: TextPlace, offset: number): readonly TextPlace[] {
  const spelled = new SpelledText(text, around);
  const at = spelled.contentOffset(offset);
  for (const { 0: all, 1: name = '', 2: value = '', index } of spelled.content.matchAll(member)) {
    const end = index + all.length;
    if (at < index || at >= end || value === '') continue;
    const start = end - value.length;
    const part = at < start ? 'key' : 'value';
    return [within(around, { path: [name], part, start, end, text: value }, spelled)];
  }
  return [];
}

function within(around: TextPlace, { path, part, start, end, text }: TextPlace, spelled: SpelledText): TextPlace {
  return {
    path: [...around.path, ...path],
    part,
    start: spelled.textOffset(start),
    end: spelled.textOffset(end),
    text,
  };
}

/** What is spelled by more than one unit, as `unescapeJson` in `jsonNode.ts` reads it. */
const escape = /\\(?:u[0-9a-fA-F]{4}|["\\/bfnrt])/g;

/** A string of JSON without its escapes, and where each of its units is spelled. */
class SpelledText {
  readonly content: string;
  private readonly start: number;
  private readonly escapes: readonly { readonly at: number; readonly length: number }[];

  constructor(text: string, { start, end, text: content }: TextPlace) {
    this.content = content;
    this.start = start + 1;
    const escapes = text.slice(start + 1, end).matchAll(escape);
    this.escapes = Array.from(escapes, ({ index, 0: { length } }) => ({ at: index, length }));
  }

  /** Where the unit of the content is that an offset of the text spells. */
  contentOffset(offset: number): number {
    const spelled = Math.max(0, offset - this.start);
    let saved = 0;
    for (const { at, length } of this.escapes) {
      if (at >= spelled) break;
      saved += Math.min(spelled - at, length - 1);
    }
    return spelled - saved;
  }

  /** Where a unit of the content is spelled in the text. */
  textOffset(contentOffset: number): number {
    let added = 0;
    for (const { at, length } of this.escapes) {
      if (at - added >= contentOffset) break;
      added += length - 1;
    }
    return this.start + contentOffset + added;
  }
}

/**
 * The one place that makes log text harmless. Names and error texts come from other people's systems; what reads them
 * here is Markdown (hovers), VS Code's labels (tree, quick pick, status bar) and people. Web views set `textContent`, and
 * need it only against what people cannot see.
 */

/** Where a text is cut when the caller names no other length, in characters. */
export const LABEL_LENGTH = 1_000;
const BLOCK_LENGTH = 10_000;

/** Control, format (bidirectional, zero-width) and separator characters, lone surrogates, and letters without a shape. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u034f\u115f\u1160\u3164\uffa0]/gu;

/**
 * Plain text for a tree label, a quick pick, the status bar, a title: one line, in which `$(…)` names no icon and no
 * character is invisible. A line break reads `↵`, an invisible character `U+202E`, the rest of a long text `…`.
 */
export function plainLabel(text: string, maxLength = LABEL_LENGTH): string {
  // A space can be seen, unlike a zero-width character, and VS Code reads `$ (` as text.
  return cut(text, maxLength, (part) => spelledOut(part.replace(/\r\n?|\n/g, '↵')).replaceAll('$(', '$ ('));
}

/**
 * A Markdown code span, the only form in which log text may stand within a paragraph: nothing in it is markup, link or
 * HTML. Line breaks and invisible characters are shown as in a label; a long text ends with `…`. For an empty text, a
 * span with a space. Not for tables, whose cells end at any `|`.
 */
export function codeSpan(text: string, maxLength = LABEL_LENGTH): string {
  const content = cut(text, maxLength, (part) => spelledOut(part.replace(/\r\n?|\n/g, '↵')));
  if (content.trim() === '') return `\`${content || ' '}\``;
  const ticks = '`'.repeat(longestRun(content) + 1);
  // Renderers take one space off both ends; it keeps backticks of the content apart from the delimiter.
  return `${ticks} ${content} ${ticks}`;
}

/** A code span for a cell of a Markdown table, which would end at a bare `|` even inside a span. */
export function codeCell(text: string, maxLength = LABEL_LENGTH): string {
  return codeSpan(text, maxLength).replaceAll('|', '\\|');
}

/**
 * Text for the content of an HTML element or for an attribute in quotes: markup, entities and quotes stand for
 * themselves. Invisible characters are shown as in a label, line breaks as `↵`; a long text ends with `…`.
 */
export function htmlText(text: string, maxLength = LABEL_LENGTH): string {
  return plainLabel(text, maxLength).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * A Markdown code block of its own lines, the only form in which log text may stand between paragraphs. It begins with
 * a blank line and ends with a line break. Line breaks and tabs of the text stay, invisible characters are shown as in
 * a label; a long text ends with `…`.
 */
export function fence(text: string, maxLength = BLOCK_LENGTH): string {
  const content = plainText(text, maxLength);
  const ticks = '`'.repeat(Math.max(3, longestRun(content) + 1));
  return `\n\n${ticks}text\n${content}\n${ticks}\n`;
}

/**
 * Plain text that may have several lines, for the text nodes of web views: line breaks and tabs stay, invisible
 * characters are shown as in a label, a long text ends with `…`.
 */
export function plainText(text: string, maxLength = BLOCK_LENGTH): string {
  return cut(text, maxLength, (part) =>
    part
      .split(/\r\n?|\n/)
      .map((line) => line.split('\t').map(spelledOut).join('\t'))
      .join('\n'),
  );
}

function spelledOut(text: string): string {
  return text.replace(invisible, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  });
}

/** Cuts before `show` as well, so that a text of megabytes costs no more than what is kept of it. */
function cut(text: string, maxLength: number, show: (part: string) => string): string {
  const isLong = text.length > maxLength;
  const shown = show(isLong ? withoutHalf(text.slice(0, maxLength)) : text);
  if (shown.length > maxLength) return `${withoutHalf(shown.slice(0, maxLength))}…`;
  return isLong ? `${shown}…` : shown;
}

/** Drops a character at the end that was cut in two. */
function withoutHalf(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

/** What PowerShell takes for an apostrophe that ends a string: it knows the typographic ones, too. */
const apostrophes = /['\u2018-\u201b]/g;

/**
 * A text as a PowerShell expression: a string in apostrophes, in which nothing is interpreted. Control and invisible
 * characters are written by number, so that pasting cannot end the line.
 */
export function powerShellString(text: string): string {
  const pieces = text.split(/([\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}])/u);
  if (pieces.length === 1) return quoted(text);
  const written = pieces.flatMap((piece, index) => {
    if (index % 2 === 0) return piece === '' && index > 0 ? [] : [quoted(piece)];
    return Array.from({ length: piece.length }, (_, at) => `[char]0x${piece.charCodeAt(at).toString(16)}`);
  });
  return `(${written.join(' + ')})`;
}

/** A text in a pattern of `-like`, where it stands for itself. */
export function likeText(text: string): string {
  return text.replace(/[`*?[\]]/g, '`$&');
}

function quoted(text: string): string {
  return `'${text.replace(apostrophes, '$&$&')}'`;
}

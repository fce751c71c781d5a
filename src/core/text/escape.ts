/**
 * Makes log text harmless where it is shown as plain text: control, bidirectional and invisible characters are spelled
 * out (`U+202E`), `$(…)` can no longer name an icon, and long text is cut.
 */
export function plainLabel(text: string, maxLength = 1_000): string {
  const cut = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
  return cut
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    })
    .replaceAll('$(', '$ (');
}

/** Only the beginning of a long text is looked at: what tells errors apart stands there. */
const LONGEST_MASKED = 2_000;

/** A masked text is cut at so many characters, so that it can stand in a query. */
const LONGEST_RESULT = 300;

/** What differs between two texts that report the same fault, and what stands for it; in this order. */
const masks: readonly {
  readonly pattern: RegExp;
  readonly mark: string | ((found: string, key: string | undefined) => string);
}[] = [
  { pattern: /\b[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\b/gi, mark: '<id>' },
  { pattern: /\bhttps?:\/\/[^\s"'<>),;]+/gi, mark: '<address>' },
  { pattern: /[^\s@"'<>()[\]{},;:=]{1,100}@[^\s@"'<>()[\]{},;:=]{1,200}/g, mark: '<mail>' },
  {
    pattern: /\b(?:CN|OU|DC|O|UID)=(?:\\.|[^\\,"'<>;\s]| (?=[^,"'<>;=]*,))+(?:, ?(?:CN|OU|DC|O|UID)=[^\\,"'<>;\s]+)*/gi,
    mark: '<name>',
  },
  { pattern: /\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?/g, mark: '<date>' },
  { pattern: /\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?:,? \d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?)?/gi, mark: '<date>' },
  {
    pattern: /"([^"\n]{1,60})"\s?:\s?"[^"\n]{0,1000}"|"[^"\n]{1,60}"\s?:|"[^"\n]{1,200}"/g,
    mark: (found, key) => maskQuoted(found, key),
  },
  {
    pattern: /(?<!\w)'[^'\n]{1,200}'(?!\w)/g,
    mark: (found) => (/^'[a-z]+[A-Z][A-Za-z]*'$/.test(found) ? found : "'<name>'"),
  },
  { pattern: /\b(?=[a-f]*\d)[0-9a-f]{16,}\b/gi, mark: '<id>' },
  { pattern: /\d+(?:[.,]\d+)*/g, mark: '<number>' },
];

/**
 * A text with everything replaced that changes from one event to the next: IDs, addresses, mail addresses, names in
 * quotes, dates, numbers. Texts that say the same become equal. White space is one space.
 */
export function maskText(text: string): string {
  let masked = text.slice(0, LONGEST_MASKED);
  for (const { pattern, mark } of masks)
    masked = typeof mark === 'string' ? masked.replace(pattern, mark) : masked.replace(pattern, mark);
  masked = masked.replace(/\s+/g, ' ').trim();
  return masked.length > LONGEST_RESULT ? `${masked.slice(0, LONGEST_RESULT).trimEnd()}…` : masked;
}

/** Of a member of JSON the value is a name unless its key says that it describes the fault; other quotes hold names. */
function maskQuoted(found: string, key: string | undefined): string {
  if (key === undefined) return found.endsWith(':') ? found : '"<name>"';
  return /^(detail|message|error|scimType|status|code|title|reason)/i.test(key) ? found : `"${key}":"<name>"`;
}

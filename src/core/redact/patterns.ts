/** A shape by which a text names somebody or something, whether or not any field holds the same name. */
export interface NamePattern {
  readonly id: 'mail' | 'host' | 'distinguishedName' | 'object';
  /** Global; the part in group 1, or the whole match, is what names. */
  readonly pattern: RegExp;
  /** Finds the same in texts of ASCII, in less time. */
  readonly asciiPattern: RegExp;
  /** Stands in every match: a text without it is not searched. */
  readonly sign: string;
  /** What everybody's hosts have in common stays. */
  readonly isHost: boolean;
}

/** A GUID, with dashes or without. */
export const guidPattern = /(?<![0-9a-z])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})(?![0-9a-z])/gi;

/** Whether a text is a GUID and nothing else. */
export function isGuid(text: string): boolean {
  return (text.length === 36 || text.length === 32) && wholeGuid.test(text);
}

const wholeGuid = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})$/i;

/** The address of a machine, in version 4 or 6. */
export const ipPattern =
  /(?<![\w.:])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}|(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6})(?![\w:]|\.\d)/gi;

/** Found in every text that holds the address of a machine. */
export const ipSign = /\d\.\d|::|[0-9a-f]:[0-9a-f]/i;

/** Found in every text that holds a host's name without a scheme in front. */
export const hostSign = /\.[a-z]/i;

/** Each takes linear time, so lengths are bound. */
const patterns: readonly Omit<NamePattern, 'asciiPattern'>[] = [
  {
    id: 'mail',
    pattern: /[^\s@"'<>()[\]{},;:=|\\/?&#]{1,128}@[^\s@"'<>()[\]{},;:=|\\/?&#]{1,255}/gu,
    sign: '@',
    isHost: true,
  },
  {
    id: 'host',
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/([^\s/"'<>?#\\]{1,255})/giu,
    sign: '://',
    isHost: true,
  },
  {
    id: 'host',
    pattern:
      /(?<![\p{L}\p{N}._-])(?:[\p{L}\p{N}-]{1,63}\.){1,8}(?:com|org|net|edu|gov|mil|int|info|biz|io|cloud|app|dev|tech|online|site|xyz|bank|local|lan|internal|intern|intra|intranet|corp|private|test|example)(?![\p{L}\p{N}_-])/giu,
    sign: '.',
    isHost: true,
  },
  {
    id: 'host',
    pattern: /(?<![\p{L}\p{N}._-])(?:[\p{Ll}\p{N}-]{1,63}\.){1,8}[a-z]{2}(?![\p{L}\p{N}_-])/gu,
    sign: '.',
    isHost: true,
  },
  {
    id: 'distinguishedName',
    pattern: /\b(?:CN|OU|DC|O|UID)=((?:\\.|[^,;"'<>\\+]){1,200})/giu,
    sign: '=',
    isHost: true,
  },
  {
    id: 'object',
    pattern: /\b(?:user|group|contact|worker|object|member|entry|account|role|manager)s?\s+'([^'\r\n]{1,200})'/giu,
    sign: "'",
    isHost: false,
  },
];

/** Every such shape. */
export const namePatterns: readonly NamePattern[] = patterns.map((each) => ({
  ...each,
  asciiPattern: asciiOf(each.pattern),
}));

/** Without the classes of Unicode. */
function asciiOf({ source, flags }: RegExp): RegExp {
  const plain = source.replaceAll('\\p{L}', 'A-Za-z').replaceAll('\\p{Ll}', 'a-z').replaceAll('\\p{N}', '0-9');
  return new RegExp(plain, flags.replace('u', ''));
}

/** Hands on every match of a global pattern that matches no empty text. */
export function eachMatch(pattern: RegExp, text: string, visit: (match: RegExpExecArray) => void): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) visit(match);
}

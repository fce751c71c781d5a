import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { plainText } from '../../core/text/escape';
import { formatCount } from '../../core/text/formatValue';

/** Longer texts are shown by their beginning at first, so that one value cannot push everything else away. */
const SHOWN_AT_FIRST = 400;

/**
 * Text from the log: only ever a text node, set apart from the writing direction around it, with line breaks kept and
 * characters that hide or turn text round spelled out.
 */
export function LogText({ text }: { text: string }) {
  const [whole, setWhole] = useState('');
  const isCut = text.length > SHOWN_AT_FIRST && whole !== text;
  return (
    <>
      <bdi class="log-text">{breakable(plainText(text, isCut ? SHOWN_AT_FIRST : Infinity))}</bdi>
      {isCut && (
        <button type="button" class="link more" onClick={() => setWhole(text)}>
          Show all {formatCount(text.length)} characters
        </button>
      )}
    </>
  );
}

/** A value from the log, which tells a missing value, in the words of `absent`, from an empty one. */
export function LogValue({ value, absent = 'null' }: { value: string | null; absent?: string | undefined }) {
  if (value === null) return <span class="absent">{absent}</span>;
  if (value === '') return <span class="absent">empty text</span>;
  return <LogText text={value} />;
}

/** A text of more pieces is left as it is: the browser then breaks it anywhere. */
const MAX_PIECES = 200;

/** Lets long words break where their parts begin: `…EntryConflict` before the C, addresses behind dots and colons. */
export function breakable(text: string) {
  const pieces = text
    .split(/(\S{24,})/)
    .flatMap((part, position) => (position % 2 === 0 ? part : partsOf(part)))
    .filter((piece) => piece !== '');
  if (pieces.length === 1 || pieces.length > MAX_PIECES) return text;
  return pieces.map((piece, position) => (
    <Fragment key={position}>
      {position > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}

function partsOf(word: string): readonly string[] {
  return word.split(/(?<=[^.:/@_-]{2}[.:/@_-])(?=[^.:/@_-]{2})|(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})/u);
}

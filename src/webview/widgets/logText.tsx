import { useState } from 'preact/hooks';
import { formatCount } from '../../core/text/formatValue';

/** Longer texts are shown by their beginning at first, so that one value cannot push everything else away. */
const SHOWN_AT_FIRST = 1_000;

/**
 * Text from the log: only ever a text node, set apart from the writing direction around it. Characters that hide
 * or turn text round are made visible.
 */
export function LogText({ text }: { text: string }) {
  const [whole, setWhole] = useState('');
  const isCut = text.length > SHOWN_AT_FIRST && whole !== text;
  return (
    <>
      <bdi class="log-text">{isCut ? `${text.slice(0, SHOWN_AT_FIRST)}…` : text}</bdi>
      {isCut && (
        <button type="button" class="link more" onClick={() => setWhole(text)}>
          Show all {formatCount(text.length)} characters
        </button>
      )}
    </>
  );
}

/** A value from the log, which tells a missing value from an empty one. */
export function LogValue({ value }: { value: string | null }) {
  if (value === null) return <span class="absent">null</span>;
  if (value === '') return <span class="absent">empty text</span>;
  return <LogText text={value} />;
}

import type { DiffPart } from '../../core/explain/diffWords';
import { LogText } from './logText';

/** Two texts as one, with the words that went struck out and those that came underlined. */
export function WordDiff({ parts }: { parts: readonly DiffPart[] }) {
  return (
    <>
      {parts.map(({ kind, text }, position) => {
        const words = <LogText text={text} />;
        if (kind === 'removed') return <del key={position}>{words}</del>;
        if (kind === 'added') return <ins key={position}>{words}</ins>;
        return <span key={position}>{words}</span>;
      })}
    </>
  );
}

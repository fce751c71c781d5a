import { useRef, useState } from 'preact/hooks';
import type { StoryLine } from '../../protocol/storyApi';
import { LogText } from '../widgets/logText';
import { positionAfterKey } from '../widgets/roving';
import { StatusMark } from '../widgets/statusMark';

/**
 * The events of a story. Each has one button, of which one is in the tab order: arrow keys, Home and End walk, Enter
 * opens the event.
 */
export function StoryLines({ lines, onShow }: { lines: readonly StoryLine[]; onShow: (place: number) => void }) {
  const list = useRef<HTMLOListElement>(null);
  const [current, setCurrent] = useState(0);
  const onKeyDown = (event: KeyboardEvent) => {
    const position = positionAfterKey(event.key, current, lines.length, 'vertical');
    if (position === undefined) return;
    event.preventDefault();
    setCurrent(position);
    list.current?.querySelectorAll<HTMLElement>('.opens')[position]?.focus();
  };
  return (
    <ol class="story-lines" ref={list} onKeyDown={onKeyDown}>
      {lines.map(({ status, job, log, sentence }, place) => (
        <li key={place}>
          <StatusMark status={status} />
          <button
            type="button"
            class="link opens"
            tabIndex={place === Math.min(current, lines.length - 1) ? 0 : -1}
            onFocus={() => setCurrent(place)}
            onClick={() => onShow(place)}
          >
            <bdi class="log-text">{sentence}</bdi>
          </button>
          <span class="quiet">
            <LogText text={job} />
            {log !== undefined && (
              <>
                {' · '}
                <LogText text={log} />
              </>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Reply } from '../../protocol/reply';

/** The last good answer to a question that changes, and how the latest one stands. */
export interface Answer<T> {
  readonly value: T | undefined;
  /** The question that `value` answers. */
  readonly question: string | undefined;
  readonly isWaiting: boolean;
  /** Why the latest question was not answered. */
  readonly failure: string | undefined;
}

/**
 * Asks whenever `question` (which stands for all that `ask` depends on) changes. While an answer is on its way only the
 * newest of further questions waits, so that typing never piles up work; the last good answer stays until then. Asks
 * nothing for `undefined`.
 */
export function useAnswer<T>(question: string | undefined, ask: () => Promise<Reply<T>>): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({
    value: undefined,
    question: undefined,
    isWaiting: false,
    failure: undefined,
  });
  const latest = useRef({ question, ask });
  latest.current = { question, ask };
  const isAsking = useRef(false);
  const isGone = useRef(false);

  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  useEffect(() => {
    if (question === undefined || isAsking.current) return;
    void run();
  }, [question]);

  async function run(): Promise<void> {
    isAsking.current = true;
    setAnswer((last) => ({ ...last, isWaiting: true }));
    for (;;) {
      const asked = latest.current;
      if (asked.question === undefined) break;
      const reply = await asked.ask();
      if (isGone.current) return;
      const isLatest = asked.question === latest.current.question;
      setAnswer((last) =>
        reply.ok
          ? { value: reply.value, question: asked.question, isWaiting: !isLatest, failure: undefined }
          : { ...last, isWaiting: !isLatest, failure: reply.error.isCancelled ? undefined : reply.error.message },
      );
      if (isLatest) break;
    }
    isAsking.current = false;
  }
  return answer;
}

import { useState } from 'preact/hooks';
import type { LogPageHost, LogPageState } from '../../protocol/logPageApi';
import type { Reply } from '../../protocol/reply';
import { Analysis } from './analysis';
import { LogBanners } from './logBanners';
import { LogHeader } from './logHeader';

/** What the page lets the user do; what fails is said in the page's message. */
export type Ask = <T>(call: Promise<Reply<T>>, done?: (value: T) => string) => void;

/** The page of a log: what it is, what is wrong with it, and, as soon as something is read, its analysis. */
export function LogPage({ state, host }: { state: LogPageState; host: LogPageHost }) {
  const [message, setMessage] = useState('');
  const ask: Ask = (call, done = () => '') => {
    void call.then((reply) => {
      if (reply.ok) setMessage(done(reply.value));
      else setMessage(reply.error.isCancelled === true ? '' : reply.error.message);
      return undefined;
    });
  };
  return (
    <div class="log-page">
      <div class="log-top">
        <LogHeader state={state} host={host} ask={ask} />
        <LogBanners state={state} host={host} ask={ask} />
        <p role="status" class="message">
          {message}
        </p>
      </div>
      {state.info !== undefined && <Analysis state={state} info={state.info} host={host} ask={ask} />}
    </div>
  );
}

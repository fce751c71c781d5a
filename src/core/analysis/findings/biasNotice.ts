import { formatDuration } from '../../text/formatDuration';
import { statusTitle } from '../../text/titles';
import { MIN_EVENTS_FOR_BIAS } from './bias';
import { type FindingKind, nothing, notKnown } from './finding';

/** That a download was filtered, so that counts are not the tenant's. */
export const biasNotice: FindingKind = {
  id: 'bias',
  title: 'A filtered download',
  rank: 100,
  find(context) {
    const { bias, rowCount } = context;
    if (rowCount < MIN_EVENTS_FOR_BIAS) return notKnown(`The log holds only ${rowCount} events.`);
    const signs: string[] = [];
    if (bias.onlyStatus) signs.push(`every event has the status ${statusTitle(bias.onlyStatus)}`);
    if (bias.onlyObject) signs.push('every event is about one person or group');
    if (bias.onlyJob !== undefined) signs.push(`there is one job only, ${bias.onlyJob}`);
    if (bias.shortSpanMs !== undefined) signs.push(`it covers ${formatDuration(bias.shortSpanMs)}`);
    if (signs.length === 0) return nothing;
    const rate = bias.onlyStatus ? ' Shares of failures are therefore not shown.' : '';
    const isStrong = bias.onlyStatus !== undefined || bias.onlyObject === true;
    return {
      findings: [
        context.finding({
          id: 'bias',
          title: isStrong ? 'The download was probably filtered' : 'The download may hold a part only',
          sentence: `In this log ${signs.join('; ')}. A download holds what the filters of the admin center let through.${rate}`,
          certainty: isStrong ? 'likely' : 'possible',
          why: isStrong
            ? 'A log without a filter hardly ever looks like this.'
            : 'A log without a filter can look like this, too.',
          unseen: 'What the filters held back is not in the file, and the file does not say which filters were set.',
          query: '',
        }),
      ],
    };
  },
};

import { readTime } from '../record/readTime';
import { formatDistance } from '../text/formatDuration';
import { formatTime } from '../text/formatValue';
import { type HoverTopic, keyLetters } from './hoverTopic';

const keys = ['activitydatetime', 'timegenerated', 'timegeneratedutc', 'time', 'timestamp', 'date', 'nextattempt'];
const LONGEST_TIME = 40;

/** Times: UTC, the user's own beside it, and how far away. Elsewhere than in known fields only full ISO times count. */
export const timeTopic: HoverTopic = {
  id: 'time',
  appliesTo({ key, value }) {
    if (value.length > LONGEST_TIME || Number.isNaN(readTime(value))) return false;
    return keys.includes(keyLetters(key)) || /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value.trim());
  },
  lines({ value }, { nowMs, localTime }) {
    const timeMs = readTime(value);
    const hasZone = /(?:Z|[+-]\d\d:?\d\d|\))\\?\/?$/i.test(value.trim());
    return Promise.resolve([
      `**${formatTime(timeMs)}** (${formatDistance(timeMs, nowMs)})`,
      `${localTime(timeMs)} in your time zone`,
      ...(hasZone ? [] : ['The log names no zone; provisioning logs are written in UTC.']),
    ]);
  },
};

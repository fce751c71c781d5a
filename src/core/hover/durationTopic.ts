import { formatDuration } from '../text/formatDuration';
import { type HoverTopic, keyLetters } from './hoverTopic';

const keys = ['durationinmilliseconds', 'durationms'];

/** Durations in milliseconds, in readable units. */
export const durationTopic: HoverTopic = {
  id: 'duration',
  appliesTo: ({ key, value }) => keys.includes(keyLetters(key)) && /^\d{1,15}(?:\.\d+)?$/.test(value.trim()),
  lines: ({ value }) => Promise.resolve([`**${formatDuration(Number(value))}** is how long the service took for this`]),
};

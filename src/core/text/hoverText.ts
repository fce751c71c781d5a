import { hoverTopics } from '../hover/hoverTopics';
import type { HoverContext, HoverTarget } from '../hover/hoverTopic';

/** A hover holds at most so many lines. */
export const MAX_HOVER_LINES = 12;

/**
 * What a hover over a value says: lines of Markdown, each a paragraph, to be joined by empty lines. Log text stands in
 * code spans only, web links come from the catalogue only. Empty when there is nothing to say.
 */
export async function hoverText(target: HoverTarget, context: HoverContext): Promise<readonly string[]> {
  const topic = hoverTopics.find((candidate) => candidate.appliesTo(target, context));
  const lines = topic === undefined ? [] : await topic.lines(target, context);
  return lines.length <= MAX_HOVER_LINES ? lines : [...lines.slice(0, MAX_HOVER_LINES - 1), ...lines.slice(-1)];
}

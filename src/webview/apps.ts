import { analysisApp } from './analysis/analysisApp';
import type { App } from './app';
import { eventPanelApp } from './eventPanel/eventPanelApp';
import { storyApp } from './story/storyApp';

/** Every page of the product; one bundle serves them all. */
export const apps: readonly App[] = [eventPanelApp, analysisApp, storyApp];

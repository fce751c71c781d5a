import { modifiedPropertiesTab } from './modifiedPropertiesTab';
import { rawTab } from './rawTab';
import { stepsTab } from './stepsTab';
import { summaryTab } from './summaryTab';
import type { Tab } from './tab';
import { troubleshootingTab } from './troubleshootingTab';

/** The tabs of the event panel in their order: the names that users know from the admin center, and the record. */
export const tabs: readonly Tab[] = [stepsTab, troubleshootingTab, modifiedPropertiesTab, summaryTab, rawTab];

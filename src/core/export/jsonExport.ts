import { eventRecord } from './eventRecord';
import type { RecordExport } from './exportFormat';

/** The records as they stand in the log, in one array, which this extension and every JSON reader opens. */
export const jsonExport: RecordExport = {
  kind: 'records',
  id: 'json',
  title: 'JSON',
  detail: 'The records as they stand in the log, in one list. Opens as a provisioning log again.',
  redactedDetail: 'The events with pseudonyms, in one list. Opens as a provisioning log again.',
  extension: 'json',
  files: [''],
  begin() {
    let isFirst = true;
    return {
      head: () => [['[\n']],
      event: (event, record) => {
        const separator = isFirst ? '' : ',\n';
        isFirst = false;
        return [[separator, record ?? eventRecord(event())]];
      },
      tail: () => [['\n]\n']],
    };
  },
};

import { openChannel, type Channel, type Port } from '../protocol/channel';
import type { LogListener } from '../protocol/logApi';
import { LogServer } from './logServer';
import type { WorkerPlatform } from './workerPlatform';

/** Serves `LogApi` over a port, and reports back over it how far it is. */
export function serveLog(port: Port, platform: WorkerPlatform): LogServer {
  const server: LogServer = new LogServer(platform, {
    progress: (request, done, total, events) => channel.remote.progress(request, done, total, events),
    grew: (request, info) => channel.remote.grew(request, info),
    confirmLarge: (file, byteLength) => channel.remote.confirmLarge(file, byteLength),
    mapColumns: (file, table) => channel.remote.mapColumns(file, table),
  });
  const channel: Channel<LogListener> = openChannel<LogListener>(port, server, ['progress', 'grew']);
  return server;
}

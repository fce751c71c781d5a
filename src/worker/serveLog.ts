import { openChannel, type Port } from '../protocol/channel';
import type { LogListener } from '../protocol/logApi';
import { LogServer } from './logServer';
import type { WorkerPlatform } from './workerPlatform';

/** Serves `LogApi` over a port, and reports progress back over it. */
export function serveLog(port: Port, platform: WorkerPlatform): LogServer {
  const server = new LogServer(platform, {
    progress: (request, done, total) => channel.remote.progress(request, done, total),
  });
  const channel = openChannel<LogListener>(port, server, ['progress']);
  return server;
}
